/** The JDK's management: where its MBean server is asked for. */
package dev.hotpix.instrument.management;
