package dev.hotpix.publish.jmx;

/**
 * What one series has counted since the start: {@code dev.hotpix:type=Operation} with the tags of the series. Times are
 * in nanoseconds; percentiles have three significant digits. Each attribute is of the moment when it is read.
 */
public interface OperationMXBean {

    /** The number of operations. */
    long getCalls();

    /** The time of all operations together. */
    long getTotalNanos();

    /** The part of it in which no operation of another kind ran within these. */
    long getSelfNanos();

    /** The median. */
    long getP50Nanos();

    /** The 90th percentile. */
    long getP90Nanos();

    /** The 99th percentile. */
    long getP99Nanos();

    /** The 99.9th percentile. */
    long getP999Nanos();

    /** The longest operation. */
    long getMaxNanos();

    /** The pixels of all operations together. */
    long getPixels();

    /** The bytes of file formats that all operations together read or wrote, as far as known. */
    long getBytes();
}
