package dev.hotpix.doctor;

import dev.hotpix.agent.LiveAgent;
import dev.hotpix.publish.report.JsonText;
import java.util.Map;

/** A report for programs. Names are added in later versions, but none is changed while {@link #SCHEMA} is the same. */
final class JsonPage {

    private static final int SCHEMA = 1;
    private static final double NANOS_PER_MILLI = 1e6;

    private JsonPage() {
    }

    static String of(Report report) {
        Verdict verdict = report.verdict();
        JsonText json = new JsonText().object()
                .member("schemaVersion", SCHEMA)
                .member("version", LiveAgent.version())
                .member("subject", report.subject())
                .member("verdict", verdict.label())
                .member("exitCode", verdict.exitCode());
        for (Map.Entry<String, Map<String, String>> part : report.parts().entrySet()) {
            json.object(part.getKey());
            part.getValue().forEach(json::member);
            json.endObject();
        }
        json.array("checks");
        for (Finding finding : report.findings()) {
            json.object().member("check", finding.check()).member("state", finding.state().label())
                    .member("detail", finding.detail()).member("cure", finding.cure()).endObject();
        }
        json.endArray().array("selfTest");
        for (Measured row : report.measured()) {
            json.object().member("operation", row.operation()).member("pairs", row.pairs())
                    .member("stockMillis", row.stockNanos() / NANOS_PER_MILLI)
                    .member("redirectedMillis", row.redirectedNanos() / NANOS_PER_MILLI)
                    .member("speedUp", row.speedUp()).member("redirected", row.redirected())
                    .member("equal", row.equal()).endObject();
        }
        return json.endArray().endObject().toString();
    }
}
