package dev.hotpix.demo.live;

import dev.hotpix.demo.gallery.Photo;
import dev.hotpix.demo.gallery.PhotoRenderer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where one race runs at a time, and the last one can still be looked at. */
public final class RaceTrack {

    /** Timed rounds at most. */
    public static final int MOST_ROUNDS = 50;

    /** Photos in one race at most: their files are kept in memory. */
    public static final int MOST_PHOTOS = 24;

    private static final RaceSnapshot NO_RACE = new RaceSnapshot(
            0, RaceSnapshot.Phase.NONE, null, 0, 0, 0, null, null, new IdentityCheck().result(), List.of(), List.of());

    private final AgentSwitches agent;
    private final HotLines hotLines;
    private final PhotoRenderer renderer;
    private LiveRace race;
    private int races;

    public RaceTrack(AgentSwitches agent, HotLines hotLines, PhotoRenderer renderer) {
        this.agent = agent;
        this.hotLines = hotLines;
        this.renderer = renderer;
    }

    /**
     * Starts a race in the background.
     *
     * @return false if one is under way
     * @throws IllegalArgumentException for too few or too many photos or rounds
     */
    public boolean start(List<Photo> photos, int rounds) throws IOException {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("1 to " + MOST_ROUNDS + " rounds, not " + rounds);
        }
        if (photos.isEmpty() || photos.size() > MOST_PHOTOS) {
            throw new IllegalArgumentException("1 to " + MOST_PHOTOS + " photos, not " + photos.size());
        }
        List<Entrant> entrants = new ArrayList<>();
        for (Photo photo : photos) {
            entrants.add(new PhotoEntrant(photo, renderer));
        }
        return startWith(entrants, rounds);
    }

    synchronized boolean startWith(List<Entrant> entrants, int rounds) {
        if (race != null && race.snapshot().running()) {
            return false;
        }
        race = new LiveRace(++races, entrants, rounds, agent, hotLines);
        Thread thread = new Thread(race::run, "race");
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    /** The race under way ends after its present image. */
    public synchronized void stop() {
        if (race != null) {
            race.stop();
        }
    }

    public synchronized RaceSnapshot snapshot() {
        return race == null ? NO_RACE : race.snapshot();
    }
}
