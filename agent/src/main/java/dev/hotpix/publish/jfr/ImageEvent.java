package dev.hotpix.publish.jfr;

import dev.hotpix.measure.ImageOperation;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import jdk.jfr.Timespan;

/**
 * What the events of all kinds of operation have in common. Flight Recorder adds start, duration, thread and stack.
 * The threshold keeps an application that draws thousands of icons from filling its recordings with them.
 */
@Category({"Java Application", "Image"})
@StackTrace(true)
@Threshold("1 ms")
abstract class ImageEvent extends Event {

    @Label("Call Site")
    @Description("The line of the application that asked for it; missing for most operations under a millisecond")
    String site;

    @Label("Format")
    @Description("The file format, such as jpeg")
    String format;

    @Label("API")
    @Description("The Java API through which the application asked for it")
    String api;

    @Label("Engine")
    @Description("The code that did the work: stock, or what it was redirected to")
    String engine;

    @Label("Outcome")
    @Description("ok, error or aborted")
    String outcome;

    @Label("Pixels")
    @Description("The pixels that were made, or read by a writer; 0 if not known")
    long pixels;

    @Label("Bytes")
    @Description("The bytes of the file format that were read or written; 0 if not known")
    @DataAmount(DataAmount.BYTES)
    long bytes;

    @Label("Self Time")
    @Description("The duration without that of other kinds of image operation within")
    @Timespan(Timespan.NANOSECONDS)
    long selfTime;

    final void fill(ImageOperation operation) {
        site = operation.site();
        format = operation.format().label();
        api = operation.api().label();
        engine = operation.engine().label();
        outcome = operation.outcome().label();
        pixels = operation.pixels();
        bytes = operation.bytes();
        selfTime = Math.max(0, operation.nanos() - operation.nestedNanos());
    }
}
