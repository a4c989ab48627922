package dev.hotpix.it.lifecycle.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Throws the agent's switches while it runs. */
public final class LiveSwitch {

    private LiveSwitch() {
    }

    public static void main(String[] args) throws Exception {
        String file = args[0];
        System.out.println("redirected=" + AgentView.awaitRedirect(file));
        for (String name : new String[] {"Version", "Status", "Enabled", "JpegDecodeRedirectEnabled"}) {
            System.out.println(name + "=" + AgentView.get(name));
        }
        for (String name : new String[] {"Enabled", "JpegDecodeRedirectEnabled"}) {
            for (boolean on : new boolean[] {true, false, false, true}) {
                AgentView.set(name, on);
                long before = AgentView.redirected();
                System.out.println("picture=" + Picture.read(file));
                System.out.println("switched=" + AgentView.get(name) + " " + (AgentView.redirected() - before));
            }
        }
        // Maps are tables to JMX clients. Off altogether, nothing is counted; off by its own switch, it is.
        CompositeData row = ((TabularData) AgentView.get("Fallbacks")).get(new Object[] {"switched-off"});
        System.out.println("fallbacks=" + row.get("value"));
        System.out.println("last=" + AgentView.get("LastFallbackReason"));
        for (boolean on : new boolean[] {false, true}) {
            AgentView.set("JpegDecodeRedirectEnabled", on);
            System.out.println("engine=" + engine());
        }
    }

    /** What a report of now says. */
    private static String engine() throws Exception {
        Path report = Files.createTempFile("report", ".json");
        ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("dev.hotpix:type=Agent"), "writeReport",
                new Object[] {report.toString()}, new String[] {String.class.getName()});
        Matcher engine = Pattern.compile("\"jpeg-decode\": ?\"([^\"]*)\"").matcher(Files.readString(report));
        Files.delete(report);
        return engine.find() ? engine.group(1) : "none";
    }
}
