package dev.hotpix.demo.race;

import dev.hotpix.demo.workload.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What served a file, as far as the agent's counters tell. */
final class Engine {

    static final String AGENT_BEAN = "dev.hotpix:type=Agent";
    static final String UNKNOWN = "?";

    private static final String DECODES = "RedirectedDecodes";
    private static final String RESIZES = "RedirectedResizes";
    private static final String ENCODES = "RedirectedEncodes";
    private static final String DECODE_FALLBACK = "LastFallbackReason";

    /** By what is told if it has grown: a counter of redirected operations. */
    private final Map<String, String> counters = new LinkedHashMap<>();

    private final boolean decodesOnly;

    Engine(Job job) {
        decodesOnly = job == Job.DECODE;
        switch (job) {
            case DECODE:
                counters.put("libjpeg-turbo", DECODES);
                break;
            case ENCODE:
                counters.put("libjpeg-turbo", ENCODES);
                break;
            case THUMBNAIL:
                counters.put("decode", DECODES);
                counters.put("resize", RESIZES);
                counters.put("encode", ENCODES);
                break;
            default:
                throw new IllegalArgumentException(job.toString());
        }
    }

    /** To be handed to {@link #since} after the work. */
    String counts(Contestant contestant) throws ChildDiedException {
        List<String> counts = new ArrayList<>();
        for (String counter : counters.values()) {
            counts.add(contestant.mbean(AGENT_BEAN, counter));
        }
        return String.join(" ", counts);
    }

    /** The engine, or which steps were redirected; {@code stock} if none was. */
    String since(String before, Contestant contestant) throws ChildDiedException {
        String[] earlier = before.split(" ");
        String[] later = counts(contestant).split(" ");
        List<String> grown = new ArrayList<>();
        int i = 0;
        try {
            for (String label : counters.keySet()) {
                if (Long.parseLong(later[i]) > Long.parseLong(earlier[i])) {
                    grown.add(label);
                }
                i++;
            }
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
        return grown.isEmpty() ? stock(contestant) : String.join("+", grown);
    }

    private String stock(Contestant contestant) throws ChildDiedException {
        String reason = decodesOnly ? contestant.mbean(AGENT_BEAN, DECODE_FALLBACK) : "";
        return reason.isEmpty() || reason.equals("-") ? "stock" : "stock (" + reason + ")";
    }
}
