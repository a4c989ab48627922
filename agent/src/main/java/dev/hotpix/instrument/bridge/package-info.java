/** The agent's end of the bridge: one class that hands each call to the room that its target is in. */
package dev.hotpix.instrument.bridge;
