package dev.hotpix.measure;

/** Operations that were done by stock code, for tests of those who show what was recorded. */
public final class SampleRecording {

    private SampleRecording() {
    }

    /** Records an operation that went well, and in which operations of other kinds took {@code nestedNanos}. */
    public static void record(
            Measurements measurements, Format format, long nanos, long nestedNanos, long pixels, long bytes) {
        ImageOperation operation = new ImageOperation(Operation.DECODE);
        operation.start(1, Api.IMAGEIO);
        operation.format = format;
        operation.nanos = nanos;
        operation.nestedNanos = nestedNanos;
        operation.pixels = pixels;
        operation.bytes = bytes;
        measurements.record(operation, false);
    }
}
