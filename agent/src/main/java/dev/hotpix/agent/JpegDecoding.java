package dev.hotpix.agent;

import dev.hotpix.codec.CodecLibrary;
import dev.hotpix.codec.CodecUnavailableException;
import dev.hotpix.redirect.WaitBudget;
import dev.hotpix.redirect.jpeg.DecodeAudit;
import dev.hotpix.redirect.jpeg.JpegDecodeRedirect;
import dev.hotpix.redirect.jpeg.ReaderCallbacks;
import dev.hotpix.redirect.jpeg.ReaderInternals;
import dev.hotpix.redirect.jpeg.toolkit.ToolkitDecodeRedirect;
import dev.hotpix.redirect.jpeg.toolkit.ToolkitInternals;
import java.awt.color.ColorSpace;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** The JPEG decode redirect of this JVM: ready, or why not and what would cure it. */
final class JpegDecoding {

    private final JpegDecodeRedirect redirect;
    private final MethodHandle stockReadImage;
    private ToolkitDecodeRedirect toolkit;
    private MethodHandle stockReadToolkitImage;
    private CodecLibrary codec;
    private volatile String status;

    private JpegDecoding(JpegDecodeRedirect redirect, MethodHandle stockReadImage, String status) {
        this.redirect = redirect;
        this.stockReadImage = stockReadImage;
        this.status = status;
    }

    private static JpegDecoding stock(String why) {
        return new JpegDecoding(null, null, "stock (" + why + ")");
    }

    /**
     * Loads the codec and finds the JDK's reader.
     *
     * @param patience how long decodes wait for probes
     */
    static JpegDecoding prepare(
            Configuration configuration, JdkInternals jdk, Module codec, Class<?> jpegReader, Executor background,
            WaitBudget patience, Console console) {
        for (Property property : new Property[] {
            Property.REDIRECT, Property.REDIRECT_JPEG_DECODE, Property.INSTRUMENT_IMAGEIO}) {
            if (!configuration.isOn(property)) {
                return stock("switched off by " + property.key());
            }
        }
        try {
            ReaderInternals internals = new ReaderInternals(jpegReader);
            if (!jdk.enableNativeAccess(codec)) {
                return stock("native access is denied in this JVM; allow it with --enable-native-access=ALL-UNNAMED");
            }
            CodecLibrary library = CodecLibrary.load(options(configuration));
            JpegDecodeRedirect[] self = new JpegDecodeRedirect[1];
            JpegDecodeRedirect redirect = new JpegDecodeRedirect(
                    internals, new ReaderCallbacks(jpegReader), background, patience,
                    audit(configuration, console, self),
                    failure -> console.say("switches jpeg-decode off after repeated internal errors, the JVM's own "
                            + "decoder goes on: " + failure));
            self[0] = redirect;
            JpegDecoding ready = new JpegDecoding(redirect, internals.stockReadImage(),
                    "libjpeg-turbo " + library.version() + " (" + library.simd() + ")");
            ready.codec = library;
            ready.findToolkit(jdk, background, patience, console);
            return ready;
        } catch (CodecUnavailableException unavailable) {
            return stock(unavailable.getMessage());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
            return stock("unknown JDK " + Runtime.version() + ": " + unknown);
        }
    }

    private static DecodeAudit audit(Configuration configuration, Console console, JpegDecodeRedirect[] redirect) {
        return new DecodeAudit(Double.parseDouble(configuration.get(Property.VERIFY)),
                new BackgroundThread("hotpix-verify", Thread.MIN_PRIORITY), finding -> {
                    redirect[0].enabled(false);
                    console.say("switches jpeg-decode off because the JVM's own decoder gave another result: " + finding);
                });
    }

    static CodecLibrary.Options options(Configuration configuration) {
        // A named module's own look-up would ask the loader for the module's resources, which it does not know.
        ClassLoader loader = JpegDecoding.class.getClassLoader();
        CodecLibrary.Options options = new CodecLibrary.Options()
                .resources(name -> loader.getResourceAsStream("dev/hotpix/codec/" + name));
        String path = configuration.get(Property.NATIVE_PATH);
        String directory = configuration.get(Property.NATIVE_DIR);
        if (!path.isEmpty()) {
            options.explicitFile(Path.of(path));
        }
        if (!directory.isEmpty()) {
            options.directory(Path.of(directory));
        }
        return options;
    }

    /** Whether the reader is to be woven for it. */
    boolean isPossible() {
        return redirect != null;
    }

    /** The reader's decode call was not found: it cannot be replaced. */
    void unknownJdk() {
        status = "stock (unknown JDK " + Runtime.version() + ": its JPEG reader has no decode call that we know)";
    }

    /** Null if not possible. */
    JpegDecodeRedirect redirect() {
        return redirect;
    }

    /** Null if not possible. */
    MethodHandle stockReadImage() {
        return stockReadImage;
    }

    /** Null if Toolkit's JPEG images cannot be redirected. */
    ToolkitDecodeRedirect toolkit() {
        return toolkit;
    }

    /** Null if not possible. */
    MethodHandle stockReadToolkitImage() {
        return stockReadToolkitImage;
    }

    /** Finds Toolkit's decoder, where the other redirect is possible. */
    private void findToolkit(JdkInternals jdk, Executor background, WaitBudget patience, Console console) {
        try {
            jdk.open(Object.class.getModule(), "java.io");
            ToolkitInternals internals = new ToolkitInternals();
            toolkit = new ToolkitDecodeRedirect(internals, background, patience, redirect::enabled,
                    redirect.fallbacks(), redirect.audit(), redirect::failed);
            stockReadToolkitImage = internals.stockReadImage();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
            console.say("leaves JPEG images of Toolkit to the JVM's own decoder, which is unknown: " + unknown);
        }
    }

    /** Null if not possible. */
    MethodHandle stockFromRgb() {
        try {
            return redirect == null ? null : MethodHandles.publicLookup()
                    .findVirtual(ColorSpace.class, "fromRGB", MethodType.methodType(float[].class, float[].class))
                    .asType(MethodType.methodType(float[].class, Object.class, float[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For the start line. */
    String status() {
        return status;
    }

    /** For the doctor. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (codec != null) {
            facts.put("codec.file", codec.file().toString());
            facts.put("codec.simd", codec.simd());
            facts.put("toolkit-decode",
                    toolkit == null ? "stock (unknown JDK " + Runtime.version() + ")" : "redirected");
            // Before the application's first decode this would be the first use of its reader.
            if (redirect.redirected() > 0) {
                facts.put("stock-chroma", redirect.stockChroma());
            }
        }
        return facts;
    }

    /** Decodes left to stock, by reason. */
    Map<String, Long> fallbacks() {
        return redirect == null ? Map.of() : redirect.fallbacks().snapshot();
    }

    /** Decodes that stock has done again, by result. */
    Map<String, Long> verifications() {
        return redirect == null ? Map.of() : redirect.audit().results().snapshot();
    }

    /** What was different then. */
    List<String> findings() {
        return redirect == null ? List.of() : redirect.audit().findings();
    }
}
