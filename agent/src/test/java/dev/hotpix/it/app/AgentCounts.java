package dev.hotpix.it.app;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** What an operator sees of the agent by JMX. */
final class AgentCounts {

    private static final int WAIT_SECONDS = 20;

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName name;

    /** Waits for the agent, which registers on a thread of its own. */
    AgentCounts() throws JMException, InterruptedException {
        name = new ObjectName("dev.hotpix:type=Agent");
        CountDownLatch registered = new CountDownLatch(1);
        server.addNotificationListener(MBeanServerDelegate.DELEGATE_NAME, (notification, handback) -> {
            if (server.isRegistered(name)) {
                registered.countDown();
            }
        }, null, null);
        if (!server.isRegistered(name) && !registered.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no " + name + " after " + WAIT_SECONDS + " s");
        }
    }

    long redirected() throws JMException {
        return (Long) server.getAttribute(name, "RedirectedDecodes");
    }

    long redirectedEncodes() throws JMException {
        return (Long) server.getAttribute(name, "RedirectedEncodes");
    }

    void redirectEncodes(boolean on) throws JMException {
        server.setAttribute(name, new Attribute("JpegEncodeRedirectEnabled", on));
    }

    long redirectedResizes() throws JMException {
        return (Long) server.getAttribute(name, "RedirectedResizes");
    }

    /** Decodes left to stock, by reason; only reasons that have occurred. */
    Map<String, Long> fallbacks() throws JMException {
        return table("Fallbacks");
    }

    /** Encodes left to stock, by reason; only reasons that have occurred. */
    Map<String, Long> encodeFallbacks() throws JMException {
        return table("EncodeFallbacks");
    }

    /** Encodes that stock has done again, by result. */
    Map<String, Long> encodeVerifications() throws JMException {
        return table("EncodeVerifications");
    }

    /** Resizes that stock did again, by result, once there are as many as were redirected. */
    Map<String, Long> resizeVerifications() throws JMException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        Map<String, Long> counts = table("ResizeVerifications");
        while (counts.values().stream().mapToLong(Long::longValue).sum() < redirectedResizes()
                && System.nanoTime() < deadline) {
            Thread.sleep(50);
            counts = table("ResizeVerifications");
        }
        return counts;
    }

    /** Waits while a fact is as given. */
    void awaitNoFact(String fact, String state) throws JMException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(3 * WAIT_SECONDS);
        while (state.equals(fact(fact)) && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
    }

    private String fact(String name) throws JMException {
        for (Object row : ((TabularData) server.getAttribute(this.name, "Facts")).values()) {
            CompositeData entry = (CompositeData) row;
            if (entry.get("key").equals(name)) {
                return (String) entry.get("value");
            }
        }
        return null;
    }

    private Map<String, Long> table(String attribute) throws JMException {
        Map<String, Long> counts = new TreeMap<>();
        for (Object row : ((TabularData) server.getAttribute(name, attribute)).values()) {
            CompositeData entry = (CompositeData) row;
            if ((Long) entry.get("value") > 0) {
                counts.put((String) entry.get("key"), (Long) entry.get("value"));
            }
        }
        return counts;
    }

    /** All counts, to be compared later. */
    String text() {
        try {
            return "redirected=" + redirected() + " " + fallbacks().toString().replaceAll("[{},]", "");
        } catch (JMException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The names of the counts that differ. */
    static String difference(String before, String after) {
        List<String> old = List.of(before.split(" "));
        return Stream.of(after.split(" ")).filter(count -> !old.contains(count))
                .map(count -> count.substring(0, count.indexOf('='))).collect(Collectors.joining(" "));
    }
}
