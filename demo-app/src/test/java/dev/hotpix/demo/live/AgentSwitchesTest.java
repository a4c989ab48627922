package dev.hotpix.demo.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class AgentSwitchesTest {

    private final FakeAgent agent = new FakeAgent();

    @Test
    void absentUntilItRegisters() throws Exception {
        var server = MBeanServerFactory.newMBeanServer();
        AgentSwitches switches = new AgentSwitches(server);
        assertFalse(switches.present());
        assertEquals(AgentStatus.ABSENT, switches.status());
        server.registerMBean(agent, new ObjectName(AgentSwitches.NAME));
        assertTrue(switches.present());
        assertEquals(new AgentStatus(true, "7.0", "7.0: all is well",
                Map.of("JpegDecodeRedirectEnabled", true, "ResizeRedirectEnabled", false)), switches.status());
    }

    @Test
    void switchesAllRedirectsAndPutsThemBack() throws Exception {
        AgentSwitches switches = new AgentSwitches(FakeAgent.serverWith(agent));
        Map<String, Boolean> before = switches.states();
        switches.switchAll(true);
        assertArrayEquals(new boolean[] {true, true}, agent.state());
        switches.switchAll(false);
        assertArrayEquals(new boolean[] {false, false}, agent.state());
        switches.restore(before);
        assertArrayEquals(new boolean[] {true, false}, agent.state());
    }

    @Test
    void aBeanOfThatNameThatIsSomethingElse() throws Exception {
        var server = MBeanServerFactory.newMBeanServer();
        server.createMBean("javax.management.timer.Timer", new ObjectName(AgentSwitches.NAME));
        assertEquals(AgentStatus.ABSENT, new AgentSwitches(server).status());
    }
}
