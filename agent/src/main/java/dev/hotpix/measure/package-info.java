/**
 * What image operations cost: series of latencies, the lines of the application that asked for them,
 * counts of reasons, and the tracker that decides what one operation is. The tag values that every
 * publisher shows are the enums of this package and nothing else. Knows no Byte Buddy, no Micrometer
 * and no agent.
 */
package dev.hotpix.measure;
