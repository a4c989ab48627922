package dev.hotpix.publish.hdrlog;

import dev.hotpix.measure.Interval;
import dev.hotpix.measure.IntervalReader;
import dev.hotpix.measure.Latencies;
import dev.hotpix.measure.SeriesSnapshot;
import dev.hotpix.publish.Telemetry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes what each interval has counted to a file in HdrHistogram's log format, version 1.3: a line per series, its
 * tag made of the tags of the series, as in {@code decode.jpeg.imageio.libjpeg-turbo.ok}; times in nanoseconds, the
 * column of maxima in milliseconds, moments in seconds since 1970.
 *
 * <p>The file is rotated, see {@link RotatedFile}; each has a header of its own. An interval is written at once and
 * whole. When it cannot be, the log ends with a line of complaint: the disk may be full, and trying again would not
 * help whoever filled it.
 */
public final class HistogramLog {
    private final String version;
    private final Path file;
    private final RotatedFile files;
    private final IntervalReader intervals;
    private final long intervalNanos;
    private final Consumer<String> complaints;
    private boolean open;

    /**
     * A log that is not open yet.
     *
     * @param file where it is written
     * @param mostBytes what all its files may take
     * @param intervalSeconds the length of an interval
     * @param complaints where the line goes when it cannot be written
     */
    public HistogramLog(
            Telemetry telemetry, Path file, long mostBytes, int intervalSeconds, Consumer<String> complaints) {
        this.version = telemetry.version();
        this.file = file;
        this.files = new RotatedFile(file, mostBytes);
        this.intervals = telemetry.intervals();
        this.intervalNanos = TimeUnit.SECONDS.toNanos(intervalSeconds);
        this.complaints = complaints;
    }

    /** Begins the first file; false if that failed. */
    public synchronized boolean open() {
        try {
            begin(intervals.startMillis());
            open = true;
        } catch (IOException | RuntimeException failure) {
            complain(failure);
        }
        return open;
    }

    /** Writes an interval after the other until the log is closed: the work of a thread. */
    public synchronized void run() {
        long next = System.nanoTime() + intervalNanos;
        while (open) {
            long left = next - System.nanoTime();
            if (left > 0) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } catch (InterruptedException end) {
                    return;
                }
            } else {
                write();
                // A machine that slept makes one long interval, not many empty ones.
                next = Math.max(next + intervalNanos, System.nanoTime());
            }
        }
    }

    /** Writes the last interval and ends the log. */
    public synchronized void close() {
        if (open) {
            write();
            end();
            notifyAll();
        }
    }

    private void end() {
        open = false;
        try {
            files.close();
        } catch (IOException failure) {
            complain(failure);
        }
    }

    /** Writes what has been counted since the last time. */
    synchronized void write() {
        try {
            Interval interval = intervals.next();
            byte[] lines = lines(interval);
            if (files.isFull(lines.length)) {
                begin(interval.startMillis());
            }
            files.append(lines);
        } catch (IOException | RuntimeException failure) {
            complain(failure);
            end();
        }
    }

    private void begin(long startMillis) throws IOException {
        files.rotate();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HistogramLogWriter header = writer(bytes);
        header.outputComment("[Image operations by Hotpix " + version + ", process " + ProcessHandle.current().pid()
                + ", values in nanoseconds]");
        header.outputLogFormatVersion();
        header.outputStartTime(startMillis);
        header.outputLegend();
        header.close();
        files.append(bytes.toByteArray());
    }

    private static byte[] lines(Interval interval) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HistogramLogWriter log = writer(bytes);
        for (SeriesSnapshot series : interval.series()) {
            log.outputIntervalHistogram(interval.startMillis() / 1e3, interval.endMillis() / 1e3, histogram(series));
        }
        log.close();
        return bytes.toByteArray();
    }

    private static HistogramLogWriter writer(ByteArrayOutputStream bytes) {
        return new HistogramLogWriter(new PrintStream(bytes, false, StandardCharsets.UTF_8));
    }

    private static Histogram histogram(SeriesSnapshot series) {
        Histogram histogram = new Histogram(Latencies.LOWEST_NANOS, Latencies.HIGHEST_NANOS, Latencies.DIGITS);
        series.latencies().forEach((from, to, count) -> histogram.recordValueWithCount(from, count));
        histogram.setTag(String.join(".", series.operation().label(), series.format().label(), series.api().label(),
                series.engine().label(), series.outcome().label()));
        return histogram;
    }

    private void complain(Exception failure) {
        String cause = failure instanceof NoSuchFileException ? "no such directory"
                : failure instanceof AccessDeniedException ? "permission denied"
                : failure.getClass() == IOException.class ? failure.getMessage()
                : failure.toString().replaceAll("\\s+", " ");
        complaints.accept("writes no histogram log to " + file + ": " + cause);
    }
}
