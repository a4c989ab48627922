package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.instrument.bridge.BridgeClasses;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the jar that users get: they put it on their class path, whether they want to or not. */
class AgentJarIT {

    private static final int JAVA_8 = 52;
    private static final int JAVA_11 = 55;
    private static final int JAVA_17 = 61;
    private static final long MOST_BYTES = 12L << 20;

    /** Defined into java.base. */
    private static final Set<String> BRIDGE = BridgeClasses.NAMES.stream()
            .map(name -> "hotpix/" + name.replace('.', '/') + ".classdata").collect(Collectors.toSet());

    /** Defined beside the application's Micrometer, which it calls by its own names. */
    private static final String ADAPTER = "hotpix/io/micrometer/core/instrument/HotpixMicrometer.classdata";

    /** Compiled in, moved to a package of ours; a reference to one by its own name would find the application's. */
    private static final List<String> RELOCATED =
            List.of("net/bytebuddy", "org/HdrHistogram", "org/objectweb", "io/micrometer", "io/prometheus");

    private static final String ARCHIVE = "hotpix/classes.zip";

    /** Every start of an application reads the directory of the jar, twice. */
    private static final int MOST_ENTRIES = 60;

    private static Path file;
    private static Manifest manifest;
    /** The files in the jar by name, those of the archive in it as if they lay beside it. */
    private static final Map<String, byte[]> CONTENT = new TreeMap<>();

    @BeforeAll
    static void open() throws IOException {
        file = Path.of(System.getProperty("hotpix.agent.jar"));
        try (JarFile jar = new JarFile(file.toFile())) {
            manifest = jar.getManifest();
        }
        try (InputStream in = Files.newInputStream(file)) {
            unpack(in, "");
        }
        unpack(new ByteArrayInputStream(CONTENT.remove(ARCHIVE)), "hotpix/");
    }

    private static void unpack(InputStream archive, String prefix) throws IOException {
        ZipInputStream in = new ZipInputStream(archive);
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (!entry.isDirectory()) {
                CONTENT.put(prefix + entry.getName(), in.readAllBytes());
            }
        }
    }

    @Test
    void mostClassesAreInOneStoredEntry() throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            assertEquals(ZipEntry.STORED, jar.getEntry(ARCHIVE).getMethod());
            assertTrue(jar.size() <= MOST_ENTRIES, () -> "entries: " + jar.size());
        }
    }

    @Test
    void onlyPremainIsOnTheApplicationsClassPath() {
        assertNone(name -> !name.equals("META-INF/MANIFEST.MF") && !name.equals("META-INF/LICENSE")
                && !name.matches("META-INF/licenses/[^/]+") && !name.matches("dev/hotpix/premain/[^/]+\\.class")
                && !name.startsWith("hotpix/"));
        assertNone(name -> name.startsWith("hotpix/") && name.endsWith(".class"));
        assertNone(name -> name.contains("META-INF/services") || name.contains("META-INF/versions"));
    }

    @Test
    void everyAgentClassIsInAPackageOfOurs() {
        assertNone(name -> name.endsWith(".classdata")
                && !name.startsWith("hotpix/dev/hotpix/") && !BRIDGE.contains(name) && !name.equals(ADAPTER));
        assertTrue(CONTENT.keySet().containsAll(BRIDGE) && CONTENT.containsKey(ADAPTER), CONTENT.keySet()::toString);
        assertNone(name -> name.startsWith("hotpix/dev/hotpix/premain/") && !name.endsWith("/"));
    }

    @Test
    void noClassNamesALibraryByItsOwnPackage() throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : classes()) {
            if (name.equals(ADAPTER) || BRIDGE.contains(name)) {
                continue;
            }
            for (String text : constants(name)) {
                // Signatures and descriptors hold class names as Lnet/bytebuddy/…; a look-up by name has dots.
                // Names within a sentence are advice to users of the library.
                String internal = text.matches("[\\w.$]+") ? text.replace('.', '/') : text;
                RELOCATED.stream().filter(library -> internal.matches("(?s)(.*[^\\w/$.])?L?" + library + "/.*"))
                        .forEach(library -> found.add(name + ": " + text));
            }
        }
        assertEquals(List.of(), found);
    }

    /** Relocated, it would speak to a Micrometer that no application has. */
    @Test
    void adapterNamesTheApplicationsMicrometer() throws IOException {
        List<String> names = constants(ADAPTER);
        assertTrue(names.contains("io/micrometer/core/instrument/MeterRegistry"), names::toString);
        assertTrue(names.stream().noneMatch(name -> name.contains("dev/hotpix")), names::toString);
        assertTrue(constants("hotpix/java/lang/HotpixMeters.classdata").contains("io.micrometer.core.instrument."));
    }

    @Test
    void classFilesSuitTheOldestJvmThatLoadsThem() throws IOException {
        List<String> tooNew = new ArrayList<>();
        for (String name : classes()) {
            int most = name.startsWith("dev/hotpix/premain/") || BRIDGE.contains(name) || name.equals(ADAPTER)
                    ? JAVA_8
                    // The Vector API kernels, loaded only where they can run.
                    : name.startsWith("hotpix/dev/hotpix/kernels/Vector") ? JAVA_17 : JAVA_11;
            int version = version(name);
            if (version > most || most == JAVA_8 && version != JAVA_8) {
                tooNew.add(name + " " + version);
            }
        }
        assertEquals(List.of(), tooNew);
    }

    @Test
    void whatIsBundledIsLicensed() {
        assertTrue(text("META-INF/LICENSE").contains("Apache License"));
        assertTrue(text("META-INF/licenses/libjpeg-turbo.txt").contains("Independent JPEG Group"));
        assertTrue(text("META-INF/licenses/byte-buddy.txt").contains("Apache"));
        assertTrue(text("META-INF/licenses/asm.txt").contains("INRIA"));
        assertTrue(text("META-INF/licenses/hdrhistogram.txt").contains("Gil Tene"));
        assertTrue(text("META-INF/licenses/micrometer.txt").contains("Apache"));
        assertTrue(text("META-INF/licenses/prometheus-client.txt").contains("Apache"));
        Set<String> known = Set.of("dev/hotpix/", "META-INF/", "java/lang/", "io/micrometer/core/instrument/Hotpix");
        assertNone(name -> name.startsWith("hotpix/") && !name.endsWith("/")
                && known.stream().noneMatch(folder -> name.startsWith("hotpix/" + folder)));
    }

    @Test
    void manifestAsksForNothingBeyondRetransformation() {
        Attributes attributes = manifest.getMainAttributes();
        assertEquals("dev.hotpix.premain.Premain", attributes.getValue("Premain-Class"));
        assertEquals("dev.hotpix.premain.Main", attributes.getValue("Main-Class"));
        assertEquals("true", attributes.getValue("Can-Retransform-Classes"));
        // Each would be felt by the application: attaching, its archive of classes, other packages' doors.
        for (String name : new String[] {"Agent-Class", "Launcher-Agent-Class", "Boot-Class-Path", "Class-Path",
            "Add-Opens", "Add-Exports", "Multi-Release", "Can-Set-Native-Method-Prefix"}) {
            assertEquals(null, attributes.getValue(name), name);
        }
    }

    @Test
    void manifestTellsWhatWasBuiltFromWhat() throws IOException {
        Attributes attributes = manifest.getMainAttributes();
        Properties version = new Properties();
        version.load(new ByteArrayInputStream(CONTENT.get("hotpix/dev/hotpix/agent/version.properties")));
        assertEquals(version.getProperty("version"), attributes.getValue("Hotpix-Version"));
        assertEquals(version.getProperty("version"), attributes.getValue("Implementation-Version"));
        assertEquals(System.getProperty("java.specification.version"), attributes.getValue("Build-Jdk-Spec"));
        String commit = attributes.getValue("Git-Commit");
        assertTrue(commit.matches("[0-9a-f]{40}(-dirty)?|unknown"), commit);
        String turbo = attributes.getValue("Libjpeg-Turbo-Version");
        assertTrue(turbo.matches("\\d+\\.\\d+\\.\\d+"), turbo);
        String codec = new String(
                CONTENT.get("hotpix/dev/hotpix/codec/native/linux-x86_64/libhotpix.so"), StandardCharsets.ISO_8859_1);
        assertTrue(codec.contains("\0" + turbo + "\0"), turbo);
        assertTrue(text("META-INF/licenses/libjpeg-turbo.txt").contains("libjpeg-turbo " + turbo));
    }

    /** Nothing of the machine or the day, so that who builds the same source with the same JDK gets the same bytes. */
    @Test
    void buildIsReproducible() throws IOException {
        assertEquals("Apache Maven", manifest.getMainAttributes().getValue("Created-By"));
        assertEquals(null, manifest.getMainAttributes().getValue("Built-By"));
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            jar.stream().filter(entry -> !entry.getName().equals(JarFile.MANIFEST_NAME)).map(ZipEntry::getName)
                    .forEach(names::add);
            assertEquals(1, jar.stream().map(ZipEntry::getTimeLocal).distinct().count());
        }
        assertEquals(names.stream().sorted().collect(Collectors.toList()), names);
    }

    @Test
    void sizeIsBounded() throws IOException {
        assertTrue(Files.size(file) <= MOST_BYTES, () -> "size of " + file);
    }

    private static void assertNone(Predicate<String> unwanted) {
        assertEquals(List.of(), CONTENT.keySet().stream().filter(unwanted).collect(Collectors.toList()));
    }

    private static List<String> classes() {
        return CONTENT.keySet().stream()
                .filter(name -> name.endsWith(".class") || name.endsWith(".classdata")).collect(Collectors.toList());
    }

    private static String text(String name) {
        assertTrue(CONTENT.containsKey(name), name);
        return new String(CONTENT.get(name), StandardCharsets.UTF_8);
    }

    private static int version(String name) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(CONTENT.get(name)))) {
            in.readInt();
            in.readUnsignedShort();
            return in.readUnsignedShort();
        }
    }

    /** All text of a class file's constant pool: class names, descriptors, strings. */
    private static List<String> constants(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(CONTENT.get(name)))) {
            in.readLong();
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1:
                        texts.add(in.readUTF());
                        break;
                    case 5:
                    case 6:
                        // Long and double take two places.
                        in.skipBytes(8);
                        i++;
                        break;
                    case 7:
                    case 8:
                    case 16:
                    case 19:
                    case 20:
                        in.skipBytes(2);
                        break;
                    case 15:
                        in.skipBytes(3);
                        break;
                    default:
                        in.skipBytes(4);
                }
            }
        }
        return texts;
    }
}
