/**
 * What is shown of the measurements and where, one room per outlet. {@link dev.hotpix.publish.Telemetry} is all they
 * read.
 */
package dev.hotpix.publish;
