package dev.hotpix.it.lifecycle.app;

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
    }
}
