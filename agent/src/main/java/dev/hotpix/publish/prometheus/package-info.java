/** The figures as Prometheus reads them: over HTTP, on a port of the agent's own, off unless asked for. */
package dev.hotpix.publish.prometheus;
