/** Wiring only: configuration, start-up order, start line, switches. Everything that does something is elsewhere. */
package dev.hotpix.agent;
