package dev.hotpix.agent;

import dev.hotpix.codec.CodecLibrary;
import dev.hotpix.codec.CodecUnavailableException;
import dev.hotpix.instrument.Target;
import dev.hotpix.instrument.jpegwriter.JpegWriterTarget;
import dev.hotpix.redirect.WaitBudget;
import dev.hotpix.redirect.jpeg.encode.EncodeAudit;
import dev.hotpix.redirect.jpeg.encode.JpegEncodeRedirect;
import dev.hotpix.redirect.jpeg.encode.WriterInternals;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** The JPEG encode redirect of this JVM: ready, or why not and what would cure it. */
final class JpegEncoding {

    private final JpegEncodeRedirect redirect;
    private final MethodHandle stockWriteImage;
    private volatile String status;

    private JpegEncoding(JpegEncodeRedirect redirect, MethodHandle stockWriteImage, String status) {
        this.redirect = redirect;
        this.stockWriteImage = stockWriteImage;
        this.status = status;
    }

    private static JpegEncoding stock(String why) {
        return new JpegEncoding(null, null, "stock (" + why + ")");
    }

    /**
     * Loads the codec and finds the JDK's writer.
     *
     * @param patience how long encodes wait for probes
     */
    static JpegEncoding prepare(
            Configuration configuration, JdkInternals jdk, Module codec, Executor background, WaitBudget patience,
            Console console) {
        for (Property property : new Property[] {
            Property.REDIRECT, Property.REDIRECT_JPEG_ENCODE, Property.INSTRUMENT_IMAGEIO}) {
            if (!configuration.isOn(property)) {
                return stock("switched off by " + property.key());
            }
        }
        try {
            // Not initialised here: that loads AWT's native code, which is the application's to start.
            WriterInternals internals = new WriterInternals(Class.forName(JpegWriterTarget.CLASS, false, null));
            if (!jdk.enableNativeAccess(codec)) {
                return stock("native access is denied in this JVM; allow it with --enable-native-access=ALL-UNNAMED");
            }
            CodecLibrary library = CodecLibrary.load(JpegDecoding.options(configuration));
            JpegEncodeRedirect[] self = new JpegEncodeRedirect[1];
            EncodeAudit audit = new EncodeAudit(
                    Double.parseDouble(configuration.get(Property.VERIFY)), finding -> {
                        self[0].enabled(false);
                        console.say("switches jpeg-encode off because the JVM's own encoder made other bytes: " + finding);
                    });
            JpegEncodeRedirect redirect = new JpegEncodeRedirect(internals, background, patience, audit,
                    failure -> console.say("switches jpeg-encode off after repeated internal errors, the JVM's own "
                            + "encoder goes on: " + failure));
            self[0] = redirect;
            return new JpegEncoding(redirect, internals.stockWriteImage(),
                    "libjpeg-turbo " + library.version() + " (" + library.simd() + ")");
        } catch (CodecUnavailableException unavailable) {
            return stock(unavailable.getMessage());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
            return stock("unknown JDK " + Runtime.version() + ": " + unknown);
        }
    }

    /** What is to be woven for it. */
    Map<String, Target> targets() {
        return redirect == null ? Map.of() : Map.of(JpegWriterTarget.CLASS, new JpegWriterTarget());
    }

    /** The writer has been woven, or it has no encode call that can be replaced. */
    void woven(List<Target> targets) {
        for (Target target : targets) {
            if (target instanceof JpegWriterTarget && !target.took()) {
                status = "stock (unknown JDK " + Runtime.version() + ": its JPEG writer has no encode call that we know)";
            }
        }
    }

    /** Null if not possible. */
    JpegEncodeRedirect redirect() {
        return redirect;
    }

    /** Null if not possible. */
    MethodHandle stockWriteImage() {
        return stockWriteImage;
    }

    /** For the start line. */
    String status() {
        return status;
    }

    /** Encodes left to stock, by reason. */
    Map<String, Long> fallbacks() {
        return redirect == null ? Map.of() : redirect.fallbacks().snapshot();
    }

    /** Encodes that stock has done again, by result. */
    Map<String, Long> verifications() {
        return redirect == null ? Map.of() : redirect.audit().results().snapshot();
    }

    /** What was different then. */
    List<String> findings() {
        return redirect == null ? List.of() : redirect.audit().findings();
    }
}
