package dev.hotpix.publish.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.Outcome;
import dev.hotpix.publish.SampleTelemetry;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.SimpleType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationBeansTest {

    private static final String PREFIX = "dev.hotpix:type=Operation,";
    private static final String JPEG =
            PREFIX + "operation=decode,format=jpeg,api=imageio,engine=libjpeg-turbo,outcome=ok";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final SampleTelemetry telemetry = new SampleTelemetry();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<String> complaints = new ArrayList<>();

    private void record(Operation kind, Outcome outcome, long nanos) {
        telemetry.of(kind).record(Api.IMAGEIO, Format.JPEG, Engine.LIBJPEG_TURBO, outcome, nanos, 7);
    }

    private Set<ObjectName> names() throws JMException {
        return server.queryNames(new ObjectName(PREFIX + "*"), null);
    }

    private Object attribute(String name) throws JMException {
        return server.getAttribute(new ObjectName(JPEG), name);
    }

    @AfterEach
    void unregister() throws JMException {
        for (ObjectName name : names()) {
            server.unregisterMBean(name);
        }
        assertEquals(List.of(), complaints);
    }

    @Test
    void seriesThatAreThereAndThoseThatAppear() throws JMException {
        record(Operation.DECODE, Outcome.OK, 1_000_000);
        OperationBeans.register(telemetry, server, work::add, complaints::add);
        assertEquals(Set.of(new ObjectName(JPEG)), names());
        record(Operation.DECODE, Outcome.OK, 1_000_000);
        assertEquals(0, work.size());
        record(Operation.RESIZE, Outcome.ERROR, 1_000_000);
        record(Operation.RESIZE, Outcome.ERROR, 1_000_000);
        assertEquals(1, work.size());
        assertEquals(1, names().size());
        work.remove().run();
        assertTrue(names().contains(new ObjectName(
                PREFIX + "operation=resize,format=jpeg,api=imageio,engine=libjpeg-turbo,outcome=error")));
    }

    @Test
    void attributesAreOfTheMoment() throws JMException {
        for (int i = 1; i <= 1000; i++) {
            record(Operation.DECODE, Outcome.OK, i * 1_000_000L);
        }
        OperationBeans.register(telemetry, server, work::add, complaints::add);
        assertEquals(1000L, attribute("Calls"));
        assertEquals(500_500_000_000L, attribute("TotalNanos"));
        assertEquals(500_500_000_000L, attribute("SelfNanos"));
        assertEquals(500e6, (Long) attribute("P50Nanos"), 500e3);
        assertEquals(900e6, (Long) attribute("P90Nanos"), 900e3);
        assertEquals(990e6, (Long) attribute("P99Nanos"), 990e3);
        assertEquals(999e6, (Long) attribute("P999Nanos"), 999e3);
        assertEquals(1_000_000_000L, attribute("MaxNanos"));
        assertEquals(7000L, attribute("Pixels"));
        assertEquals(0L, attribute("Bytes"));
        record(Operation.DECODE, Outcome.OK, 2_000_000_000L);
        assertEquals(1001L, attribute("Calls"));
        assertEquals(2_000_000_000L, attribute("MaxNanos"));
    }

    /** Any JMX client can read them: no class of ours is in what they see. */
    @Test
    void allTypesAreOpen() throws JMException {
        record(Operation.DECODE, Outcome.OK, 1_000_000);
        OperationBeans.register(telemetry, server, work::add, complaints::add);
        for (var attribute : server.getMBeanInfo(new ObjectName(JPEG)).getAttributes()) {
            assertEquals("long", attribute.getType());
            assertEquals(SimpleType.LONG, attribute.getDescriptor().getFieldValue("openType"));
        }
    }
}
