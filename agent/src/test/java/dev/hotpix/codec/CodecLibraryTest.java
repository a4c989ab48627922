package dev.hotpix.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading, in class loaders of its own so that each test meets an unloaded library. */
class CodecLibraryTest extends CodecTest {

    @TempDir
    Path directory;

    /** Loads through a fresh copy of the package; answers the version, or throws what load threw. */
    private static String loadFresh(Path library, Path directory, Function<String, InputStream> resources)
            throws Exception {
        URL classes = CodecLibrary.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes, resourceRoot()},
                ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass(CodecLibrary.class.getName());
            Class<?> optionsType = loader.loadClass(CodecLibrary.Options.class.getName());
            Object options = optionsType.getConstructor().newInstance();
            optionsType.getMethod("explicitFile", Path.class).invoke(options, library);
            optionsType.getMethod("directory", Path.class).invoke(options, directory);
            if (resources != null) {
                optionsType.getMethod("resources", Function.class).invoke(options, resources);
            }
            Object loaded = type.getMethod("load", optionsType).invoke(null, options);
            assertSame(loaded, type.getMethod("load", optionsType).invoke(null, options));
            assertEquals("avx2", type.getMethod("simd").invoke(loaded));
            return (String) type.getMethod("version").invoke(loaded);
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }

    private static URL resourceRoot() throws IOException {
        URL library = CodecLibrary.class.getResource("native/linux-x86_64/libhotpix.so");
        String text = library.toString();
        return new URL(text.substring(0, text.indexOf("dev/hotpix/codec/")));
    }

    private static void assertUnavailable(String expected, Path library, Path directory,
            Function<String, InputStream> resources) {
        Exception e = assertThrows(Exception.class, () -> loadFresh(library, directory, resources));
        assertEquals(CodecUnavailableException.class.getName(), e.getClass().getName());
        assertTrue(e.getMessage().contains(expected), e.getMessage());
        assertFalse(e.getMessage().contains("\n"));
    }

    @Test
    void loadsAndLeavesNothingBehind() throws Exception {
        assertEquals("3.1.3", loadFresh(null, directory, null));
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void usesAPreparedFile() throws Exception {
        byte[] library = resource("native/linux-x86_64/libhotpix.so");
        String name = "libhotpix-3.1.3-" + LibraryFile.sha256(library).substring(0, 16) + ".so";
        Path prepared = Files.write(directory.resolve(name), library);
        assertEquals("3.1.3", loadFresh(null, directory, null));
        assertTrue(Files.exists(prepared), "it is not ours to delete");
        Files.delete(prepared); // overwriting would pull the mapped pages from under the JVM
        Files.write(prepared, new byte[] {1, 2, 3});
        assertEquals("3.1.3", loadFresh(null, directory, null), "a wrong one is ignored");
    }

    @Test
    void loadsAnExplicitFile() throws Exception {
        Path file = Files.write(directory.resolve("some.so"), resource("native/linux-x86_64/libhotpix.so"));
        assertEquals("3.1.3", loadFresh(file, null, null));
        assertUnavailable("hotpix.native.path", directory.resolve("missing.so"), null, null);
        byte[] foreign = Files.readAllBytes(file);
        foreign[18] = (byte) 183; // e_machine: AArch64
        assertUnavailable("cannot load", Files.write(directory.resolve("foreign.so"), foreign), null, null);
    }

    @Test
    void refusesWhatIsNotOurs() throws Exception {
        assertUnavailable("is not Hotpix's library", Files.write(directory.resolve("text.so"), new byte[100]), null, null);
    }

    @Test
    void needsAvx2AndTheRightVersion() throws Exception {
        assertEquals("avx2", CodecLibrary.check("3.1.3", true).simd());
        assertTrue(assertThrows(CodecUnavailableException.class, () -> CodecLibrary.check("3.1.3", false))
            .getMessage().contains("no AVX2"));
        assertTrue(assertThrows(CodecUnavailableException.class, () -> CodecLibrary.check("2.1.5", true))
            .getMessage().contains("2.1.5"));
    }

    @Test
    void explainsAnUnusableDirectory() throws Exception {
        assertUnavailable("hotpix.native.dir", null, directory.resolve("missing"), null);
        Path file = Files.createFile(directory.resolve("file"));
        assertUnavailable("hotpix.native.dir", null, file, null);
        assertUnavailable("hotpix.native.dir", null, Path.of("/proc"), null);
    }

    @Test
    void explainsMissingAndDamagedResources() throws Exception {
        assertUnavailable("no bundled codec for linux-x86_64", null, directory, name -> null);
        byte[] digest = resource("native/linux-x86_64/libhotpix.so.sha256");
        assertUnavailable("damaged", null, directory,
            name -> new ByteArrayInputStream(name.endsWith(".sha256") ? digest : new byte[1000]));
    }

    @Test
    void namesPlatforms() {
        assertEquals("linux-x86_64", CodecLibrary.platform("Linux", "amd64"));
        assertEquals("linux-aarch64", CodecLibrary.platform("Linux", "aarch64"));
        assertEquals("macos-aarch64", CodecLibrary.platform("Mac OS X", "arm64"));
        assertEquals("windows-x86_64", CodecLibrary.platform("Windows Server 2022", "amd64"));
        assertEquals("sunos-sparcv9", CodecLibrary.platform("SunOS", "sparcv9"));
    }

    @Test
    void agreesOnTheVersion() {
        assertEquals(CodecLibrary.LIBJPEG_TURBO, TurboJpeg.version());
        assertTrue(TurboJpeg.cpuHasAvx2());
        assertTrue((TurboJpeg.simdSupport() & 0x80) != 0, "libjpeg-turbo sees AVX2 too");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CodecLibrary.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
