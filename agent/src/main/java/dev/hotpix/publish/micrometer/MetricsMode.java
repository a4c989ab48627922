package dev.hotpix.publish.micrometer;

/** How figures get into the application's meters. */
public enum MetricsMode {
    /** Each operation is recorded as it ends: percentiles and buckets are as the application's filters say. */
    PUSH,
    /** Meters ask for totals when they are read: number and sum, no percentiles, and nothing to do per operation. */
    PULL
}
