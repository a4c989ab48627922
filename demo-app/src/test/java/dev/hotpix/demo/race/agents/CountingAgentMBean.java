package dev.hotpix.demo.race.agents;

/** What the race asks an agent for. */
public interface CountingAgentMBean {

    long getRedirectedDecodes();
}
