/**
 * The self-check: {@code java -jar hotpix-agent.jar doctor}. It starts a JVM like its own with the agent, as an
 * application would be, and asks the agent there; or it asks the agent of a running JVM. It tells what is off and what
 * would cure it. Where it can, a line comes from the agent's own code; nothing is decided here that is decided there.
 */
package dev.hotpix.doctor;
