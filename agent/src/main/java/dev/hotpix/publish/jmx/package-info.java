/** The agent's view and switches as MBeans. */
package dev.hotpix.publish.jmx;
