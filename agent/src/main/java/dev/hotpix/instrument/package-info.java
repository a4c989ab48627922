/**
 * What is woven into the JDK's and other libraries' classes, one room per target, and the agent's end of the
 * bridge that woven code calls. The only place that knows Byte Buddy.
 */
package dev.hotpix.instrument;
