package dev.hotpix.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * The native library of this process, loaded at most once. Loading prints nothing, sets no system
 * property and leaves no file behind.
 */
public final class CodecLibrary {

    /** What {@link #version} must answer; also part of the name of the extracted file. */
    static final String LIBJPEG_TURBO = "3.1.3";

    private static final String DIRECTORY_PROPERTY = "hotpix.native.dir";
    private static final String PATH_PROPERTY = "hotpix.native.path";
    private static final String PATH_CURE = "set " + PATH_PROPERTY + " to the library of this build or leave it unset";

    /** The name of one of our functions, which a file must contain to be our library. */
    private static final String OUR_SYMBOL = "Java_dev_hotpix_codec_TurboJpeg_version";

    private static CodecLibrary loaded;

    private final String version;
    private final String simd;
    private Path file;

    private CodecLibrary(String version, String simd) {
        this.version = version;
        this.simd = simd;
    }

    /** How to find the library. */
    public static final class Options {
        private Path explicitFile;
        private Path directory;
        private Function<String, InputStream> resources = CodecLibrary.class::getResourceAsStream;

        /** Load exactly this file; if that fails there is no second try. */
        public Options explicitFile(Path file) {
            this.explicitFile = file;
            return this;
        }

        /**
         * Extract to this directory instead of {@code java.io.tmpdir}. A library that already lies
         * there under its full name, owned by this user or root and with the right SHA-256, is used
         * as it is, so the directory may be read-only.
         */
        public Options directory(Path extractTo) {
            this.directory = extractTo;
            return this;
        }

        /**
         * Where the bundled files come from: a name such as
         * {@code native/linux-x86_64/libhotpix.so}, relative to this package, to a stream or null.
         */
        public Options resources(Function<String, InputStream> lookup) {
            this.resources = Objects.requireNonNull(lookup, "lookup");
            return this;
        }
    }

    /**
     * Loads the library, or answers the one that is loaded already, whatever the options.
     *
     * @throws CodecUnavailableException with one line of cause and cure; a later call may try again
     */
    public static synchronized CodecLibrary load(Options options) throws CodecUnavailableException {
        if (loaded == null) {
            Path file = options.explicitFile;
            if (file != null) {
                requireOurs(file);
                loadFile(file, PATH_CURE);
            } else {
                file = loadBundled(options);
            }
            loaded = check(TurboJpeg.version(), TurboJpeg.cpuHasAvx2());
            loaded.file = file;
        }
        return loaded;
    }

    static synchronized boolean isLoaded() {
        return loaded != null;
    }

    /** The version of libjpeg-turbo, such as {@code 3.1.3}. */
    public String version() {
        return version;
    }

    /** The vector instructions in use: {@code avx2}. */
    public String simd() {
        return simd;
    }

    /** What was loaded; a temporary file has been deleted since. */
    public Path file() {
        return file;
    }

    /** What was loaded, if it can be used here. */
    static CodecLibrary check(String version, boolean avx2) throws CodecUnavailableException {
        if (!version.equals(LIBJPEG_TURBO)) {
            throw new CodecUnavailableException("the native codec is libjpeg-turbo " + version + ", not "
                + LIBJPEG_TURBO + "; " + PATH_CURE, null);
        }
        if (!avx2) {
            throw new CodecUnavailableException(
                "the CPU or the operating system has no AVX2; the codec needs it", null);
        }
        return new CodecLibrary(version, "avx2");
    }

    /**
     * Looks before loading: a library that the JDK will want later could not be loaded again by it, and for
     * something that is no library the JVM prints warnings of its own.
     */
    private static void requireOurs(Path file) throws CodecUnavailableException {
        try {
            byte[] content = Files.readAllBytes(file);
            if (!new String(content, StandardCharsets.ISO_8859_1).contains(OUR_SYMBOL)) {
                throw new CodecUnavailableException(file + " is not Hotpix's library; " + PATH_CURE, null);
            }
            if (!isWhole(content)) {
                throw new CodecUnavailableException(file + " is cut short; " + PATH_CURE, null);
            }
        } catch (IOException | RuntimeException e) {
            throw new CodecUnavailableException("cannot read " + file + ": " + oneLine(e) + "; " + PATH_CURE, e);
        }
    }

    /**
     * The linker maps what a library says it has; at what is missing of it the process would die. The table of
     * sections, at a place that the header tells (System V ABI, 64 bits), is the last thing in the file.
     */
    private static boolean isWhole(byte[] content) {
        ByteBuffer header = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        long end = header.getLong(0x28) + header.getShort(0x3A) * (long) header.getShort(0x3C);
        return end > 0 && end <= content.length;
    }

    private static Path loadBundled(Options options) throws CodecUnavailableException {
        String platform = platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        String name = "native/" + platform + "/libhotpix.so";
        byte[] library = resource(options, name);
        byte[] digest = resource(options, name + ".sha256");
        if (library == null || digest == null) {
            throw new CodecUnavailableException("no bundled codec for " + platform
                + "; there is one for Linux on x86-64", null);
        }
        if (usesMusl()) {
            throw new CodecUnavailableException("no bundled codec for " + platform
                + "-musl; use an image based on glibc", null);
        }
        String expected = new String(digest, StandardCharsets.US_ASCII).trim().split("\\s+")[0];
        LibraryFile file = LibraryFile.place(library, expected, options.directory, DIRECTORY_PROPERTY);
        try {
            loadFile(file.path(), "set " + DIRECTORY_PROPERTY + " to a directory from which libraries may be loaded");
            return file.path();
        } finally {
            file.delete();
        }
    }

    private static byte[] resource(Options options, String name) throws CodecUnavailableException {
        try (InputStream in = options.resources.apply(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new CodecUnavailableException("cannot read the bundled codec " + name + ": " + oneLine(e), e);
        }
    }

    /** The name of the directory among the resources: {@code <os>-<arch>}. */
    static String platform(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.toLowerCase(Locale.ROOT);
        String system = os.startsWith("linux") ? "linux"
            : os.startsWith("windows") ? "windows"
            : os.startsWith("mac") || os.startsWith("darwin") ? "macos"
            : os.replaceAll("[^a-z0-9]", "");
        String machine = arch.equals("amd64") || arch.equals("x86_64") || arch.equals("x64") ? "x86_64"
            : arch.equals("arm64") ? "aarch64"
            : arch.replaceAll("[^a-z0-9_]", "");
        return system + "-" + machine;
    }

    /** A glibc library in a musl process fails with obscure messages, or only at its first call. */
    private static boolean usesMusl() {
        try {
            return Files.readString(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1).contains("/ld-musl-");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static void loadFile(Path file, String cure) throws CodecUnavailableException {
        try {
            System.load(file.toAbsolutePath().toString());
        } catch (UnsatisfiedLinkError e) {
            throw new CodecUnavailableException("cannot load the codec from " + cause(file, e) + "; " + cure, e);
        } catch (RuntimeException | LinkageError e) {
            // IllegalCallerException under --illegal-native-access=deny, SecurityException, ...
            throw new CodecUnavailableException("may not load native code: " + oneLine(e), e);
        }
    }

    /** The JVM's text begins with the path, some of its texts twice. */
    private static String cause(Path file, UnsatisfiedLinkError e) {
        String text = oneLine(e);
        return text.contains("failed to map segment") || text.contains("Operation not permitted")
            ? file + ": its directory is mounted noexec" : text;
    }

    static String oneLine(Throwable e) {
        String message = e.getMessage();
        String text = e instanceof UnsatisfiedLinkError && message != null ? message : e.toString();
        return text.replaceAll("\\s+", " ").trim();
    }
}
