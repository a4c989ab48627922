package dev.hotpix.doctor;

import dev.hotpix.publish.jmx.AgentMXBean;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the agent of a JVM says of itself, as findings. */
final class AgentChecks {

    private static final String STOCK = "stock";

    /** How the facts name what serves a kind of scaling. */
    static final String KIND = "resize.";
    private static final String NOT_TRIED = "not tried yet";

    private final Report report;
    private final Map<String, String> engines;
    private final Map<String, String> facts;

    private AgentChecks(Report report, AgentMXBean agent) {
        this.report = report;
        this.engines = agent.getEngines();
        this.facts = agent.getFacts();
    }

    /** Adds everything about an active agent. */
    static void add(Report report, AgentMXBean agent) {
        AgentChecks checks = new AgentChecks(report, agent);
        report.part(Report.AGENT).put("version", agent.getVersion());
        report.part(Report.AGENT).put("status", agent.getStatus());
        report.part(Report.AGENT).putAll(checks.facts);
        report.part(Report.ENGINES).putAll(checks.engines);
        report.part(Report.SETTINGS).putAll(agent.getSettings());
        checks.addEngines(agent);
        checks.addVector();
        checks.addNativeAccess();
        for (String trouble : agent.getTroubles()) {
            report.add(Finding.off("message", trouble));
        }
        for (String finding : agent.getVerificationFindings()) {
            report.add(Finding.failed("verify", "the JVM's own decoder gave another result: " + finding,
                    "leave jpeg-decode off and report this"));
        }
        for (String finding : agent.getEncodeVerificationFindings()) {
            report.add(Finding.failed("verify", "the JVM's own encoder gave another result: " + finding,
                    "leave jpeg-encode off and report this"));
        }
        for (String finding : agent.getResizeVerificationFindings()) {
            report.add(Finding.failed("verify", "the JVM's own code scaled to another result: " + finding,
                    "leave resize off and report this"));
        }
    }

    private void addEngines(AgentMXBean agent) {
        for (Map.Entry<String, String> entry : engines.entrySet()) {
            String redirect = entry.getKey();
            String engine = entry.getValue();
            String error = redirect.equals("jpeg-decode") ? agent.getJpegDecodeRedirectError()
                    : redirect.equals("jpeg-encode") ? agent.getJpegEncodeRedirectError() : null;
            if (error != null) {
                report.add(Finding.off(redirect, "switched itself off after repeated internal errors: " + error,
                        "report this; switching it on in JMX lets it try again"));
            } else if (engine.startsWith(STOCK)) {
                report.add(stock(redirect, engine));
            } else if (redirect.equals("resize")) {
                report.add(resize(engine));
            } else {
                report.add(Finding.ok(redirect, engine));
            }
        }
        String toolkit = facts.get("toolkit-decode");
        if (toolkit != null) {
            report.add(toolkit.startsWith(STOCK) ? stock("toolkit-decode", toolkit)
                    : Finding.ok("toolkit-decode", toolkit));
        }
    }

    private static Finding stock(String redirect, String engine) {
        String reason = inBrackets(engine);
        return reason.equals("switched off")
                ? Finding.off(redirect, "switched off while the JVM ran", "switch it on in JMX, dev.hotpix:type=Agent")
                : Finding.off(redirect, reason);
    }

    /** Kinds of scaling that were tried say more than the engine that was meant to serve them. */
    private Finding resize(String engine) {
        Map<String, String> kinds = kinds();
        String detail = (engine + " ").substring(0, (engine + " ").indexOf(' ')) + ": " + text(kinds);
        if (kinds.values().stream().anyMatch(state -> state.contains("probe-differs"))) {
            return Finding.off("resize", "this JVM's own code gives other pixels: " + text(kinds),
                    "none needed: such images are scaled by the JVM's own code");
        }
        if (kinds.values().stream().anyMatch(state -> !state.startsWith(STOCK))) {
            return Finding.ok("resize", detail);
        }
        return kinds.values().stream().anyMatch(AgentChecks::isUndecided) ? Finding.note("resize", detail)
                : Finding.off("resize", "the JVM's own code is as fast here: " + text(kinds),
                        "let the JVM compile (no -Xint); else there is nothing to gain");
    }

    /** Only what the application has asked for: there are many kinds. */
    private static String text(Map<String, String> kinds) {
        String tried = kinds.entrySet().stream().filter(kind -> !kind.getValue().contains(NOT_TRIED))
                .map(kind -> kind.getKey() + " " + kind.getValue()).collect(Collectors.joining(", "));
        return tried.isEmpty() ? NOT_TRIED : tried;
    }

    static boolean isUndecided(String state) {
        return state.contains(NOT_TRIED) || state.contains("probe-pending");
    }

    /** What serves each kind of scaling. */
    private Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        facts.forEach((name, state) -> {
            if (name.startsWith(KIND)) {
                kinds.put(name.substring(KIND.length()), state);
            }
        });
        return kinds;
    }

    private void addVector() {
        String resize = engines.getOrDefault("resize", STOCK);
        if (resize.startsWith("scalar")) {
            report.add(Finding.off("vector", inBrackets(resize)));
        } else if (resize.startsWith("vector")) {
            String detail = resize + "; jdk.incubator.vector: " + facts.get("vector");
            Collection<String> states = kinds().values();
            report.add(states.stream().anyMatch(state -> state.startsWith("vector")) ? Finding.ok("vector", detail)
                    : states.stream().anyMatch(AgentChecks::isUndecided) ? Finding.note("vector", detail)
                    : Finding.off("vector", "the Vector API was not faster in this JVM: " + text(kinds()),
                            "use HotSpot with its C2 compiler and a CPU with AVX2"));
        }
    }

    private void addNativeAccess() {
        String access = facts.getOrDefault("native-access", "");
        report.add(!access.startsWith("denied") ? Finding.ok("native-access", access)
                : Finding.off("native-access", access, "--enable-native-access=ALL-UNNAMED"));
    }

    /** {@code engine (why; cure)}. */
    private static String inBrackets(String engine) {
        int open = engine.indexOf('(');
        return open < 0 ? engine : engine.substring(open + 1, engine.lastIndexOf(')'));
    }
}
