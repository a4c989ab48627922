package dev.hotpix.demo.live;

import java.util.Map;

/**
 * What the agent says of itself.
 *
 * @param present whether there is one; all else is empty if not
 * @param version of the agent
 * @param line what is active, in its own words
 * @param switches its redirects, and whether they are on
 */
public record AgentStatus(boolean present, String version, String line, Map<String, Boolean> switches) {

    static final AgentStatus ABSENT = new AgentStatus(false, "", "", Map.of());
}
