package dev.hotpix.demo.race;

/** Which decoder served a file, as far as the agent's counters tell. */
final class Engine {

    static final String AGENT_BEAN = "dev.hotpix:type=Agent";
    static final String REDIRECTED = "RedirectedDecodes";
    static final String FALLBACK_REASON = "LastFallbackReason";
    static final String UNKNOWN = "?";

    private Engine() {}

    /** @param before the count of redirected decodes before this file's decode */
    static String of(Contestant contestant, String before) throws ChildDiedException {
        String after = redirected(contestant);
        try {
            if (Long.parseLong(after) > Long.parseLong(before)) {
                return "libjpeg-turbo";
            }
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
        String reason = contestant.mbean(AGENT_BEAN, FALLBACK_REASON);
        return reason.isEmpty() || reason.equals("-") ? "stock" : "stock (" + reason + ")";
    }

    static String redirected(Contestant contestant) throws ChildDiedException {
        return contestant.mbean(AGENT_BEAN, REDIRECTED);
    }
}
