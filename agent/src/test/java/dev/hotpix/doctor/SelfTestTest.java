package dev.hotpix.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.publish.jmx.AgentMXBean;
import java.awt.image.BufferedImage;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What the doctor makes of redirects that do their work, do other work, and do none. */
class SelfTestTest {

    private boolean redirect;
    private long redirected;
    private final Map<String, String> facts = new HashMap<>();

    private final AgentMXBean agent = (AgentMXBean) Proxy.newProxyInstance(
            SelfTestTest.class.getClassLoader(), new Class<?>[] {AgentMXBean.class}, (proxy, method, arguments) -> {
                switch (method.getName()) {
                    case "setJpegDecodeRedirectEnabled":
                    case "setResizeRedirectEnabled":
                        redirect = (boolean) arguments[0];
                        return null;
                    case "isJpegDecodeRedirectEnabled":
                    case "isResizeRedirectEnabled":
                        return true;
                    case "getRedirectedDecodes":
                    case "getRedirectedResizes":
                        return redirected;
                    case "getFacts":
                        return facts;
                    case "getFallbacks":
                    case "getResizeFallbacks":
                        return Map.of();
                    default:
                        throw new AssertionError(method);
                }
            });

    private Report examine(Callable<BufferedImage> work) throws Exception {
        return examine(TestOperation.decode("decode", work));
    }

    private Report examine(TestOperation operation) throws Exception {
        SelfTest test = new SelfTest(agent, 0);
        test.run(operation);
        Report report = new Report("a test");
        test.addTo(report);
        assertEquals(1, report.measured().size());
        assertTrue(redirect, "left on");
        return report;
    }

    private static BufferedImage image(int sample) {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_3BYTE_BGR);
        image.getRaster().setSample(1, 1, 1, sample);
        return image;
    }

    @Test
    void sameSamplesAreActive() throws Exception {
        Report report = examine(() -> {
            redirected += redirect ? 1 : 0;
            return image(7);
        });
        assertTrue(report.measured().get(0).equal());
        assertEquals(Verdict.ACTIVE, report.verdict());
    }

    @Test
    void oneOtherSampleIsAFailure() throws Exception {
        Report report = examine(() -> {
            redirected += redirect ? 1 : 0;
            return image(redirect ? 8 : 7);
        });
        assertEquals("failed", report.findings().get(0).state().label());
        assertEquals(2, report.verdict().exitCode());
        assertTrue(TextPage.of(report).contains("DIFFERENT"), TextPage.of(report));
    }

    @Test
    void anotherImageTypeIsAFailure() throws Exception {
        Report report = examine(() -> {
            redirected += redirect ? 1 : 0;
            return new BufferedImage(3, 2, redirect ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_BGR);
        });
        assertEquals(Verdict.UNUSABLE, report.verdict());
    }

    /** Kernels are tried and compiled first. */
    @Test
    void aRedirectThatTakesTimeToBeReadyIsWaitedFor() throws Exception {
        int[] runs = new int[1];
        Report report = examine(() -> {
            redirected += ++runs[0] == 4 ? 1 : 0;
            return image(7);
        });
        assertTrue(report.measured().get(0).redirected());
        assertEquals(Verdict.ACTIVE, report.verdict());
    }

    /** A kind is tried for each pair of layouts that comes. */
    @Test
    void aTrialIsWaitedFor() throws Exception {
        String trial = "resize.reduction.BGR-INT_RGB";
        facts.put("resize.reduction", "stock (not tried yet)");
        int[] runs = new int[1];
        Report report = examine(TestOperation.resize("scale", "reduction", () -> {
            facts.remove("resize.reduction");
            facts.put("resize.reduction.INT_RGB-INT_RGB", "stock (slower)");
            facts.put(trial, ++runs[0] < 5 ? "stock (probe-pending)" : "vector-256");
            redirected += runs[0] > 5 ? 1 : 0;
            return image(7);
        }));
        assertTrue(report.measured().get(0).redirected());
        assertEquals(Verdict.ACTIVE, report.verdict());
    }

    @Test
    void aTrialThatIsLostIsToldOf() throws Exception {
        int[] runs = new int[1];
        Report report = examine(TestOperation.resize("scale", "reduction", () -> {
            facts.put("resize.reduction.BGR-INT_RGB", ++runs[0] < 3 ? "stock (probe-pending)" : "stock (slower)");
            return image(7);
        }));
        // Those three, one in vain, and the pair that is compared.
        assertEquals(6, runs[0]);
        assertTrue(TextPage.of(report).contains("reduction.BGR-INT_RGB=stock (slower)"), TextPage.of(report));
    }
}
