/**
 * The race within this JVM: the gallery's work done again and again, with what an agent may redirect switched off and
 * on. What is known of that agent is an MBean's name; without it, there is only one side to measure.
 */
package dev.hotpix.demo.live;
