/** The distribution of times, interval by interval, in files that the tools of HdrHistogram read. */
package dev.hotpix.publish.hdrlog;
