package dev.hotpix.demo.live;

import java.util.List;

/**
 * A race as it stands.
 *
 * @param number counts the races of this JVM; 0 before the first
 * @param phase where it is
 * @param message why it failed, or null
 * @param roundsWanted timed rounds
 * @param served images so far, warm-up included
 * @param toServe images in all, warm-up included
 * @param off with redirection off, or without an agent
 * @param on with redirection on; null without an agent
 * @param identity of all results so far, those of the warm-up too
 * @param hotLines since the race began; empty without an agent
 */
public record RaceSnapshot(int number, Phase phase, String message, int roundsWanted, int served, int toServe,
        Side off, Side on, IdentityCheck.Result identity, List<PhotoResult> photos, List<HotLine> hotLines) {

    /** The life of a race. */
    public enum Phase { NONE, WARM_UP, RACING, DONE, STOPPED, FAILED }

    /** What one lane has done. */
    public record Side(LatencySummary total, List<Lane.Round> rounds) {}

    /**
     * One photo of the race.
     *
     * @param on null without an agent
     */
    public record PhotoResult(
            String id, String title, long pixels, LatencySummary off, LatencySummary on, boolean identical) {}

    /** Whether there is work under way. */
    public boolean running() {
        return phase == Phase.WARM_UP || phase == Phase.RACING;
    }
}
