package dev.hotpix.redirect.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class AgentFramesTest {

    private static StackTraceElement frame(String type) {
        return new StackTraceElement(type, "method", "File.java", 1);
    }

    @Test
    void onlyOurFramesGo() {
        StackTraceElement application = frame("dev.hotpixels.Main");
        StackTraceElement bridge = frame("java.lang.HotpixJpeg");
        Throwable thrown = new IllegalStateException();
        thrown.setStackTrace(new StackTraceElement[] {
            application, frame("dev.hotpix.codec.JpegDecoder"), frame("dev.hotpix.redirect.jpeg.StreamSource"),
            frame("dev.hotpix.instrument.BridgeSink"), bridge
        });
        AgentFrames.hide(thrown);
        assertArrayEquals(new StackTraceElement[] {application, bridge}, thrown.getStackTrace());
    }

    @Test
    void exceptionWithoutATraceStaysWithoutOne() {
        Throwable thrown = new Throwable(null, null, false, false) {
            private static final long serialVersionUID = 1L;
        };
        AgentFrames.hide(thrown);
        assertSame(0, thrown.getStackTrace().length);
    }
}
