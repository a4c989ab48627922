package dev.hotpix.demo.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.demo.photo.PhotoFiles;
import dev.hotpix.demo.photo.PhotoSynthesizer;
import dev.hotpix.demo.race.agents.CountingAgent;
import dev.hotpix.demo.race.agents.DyingAgent;
import dev.hotpix.demo.race.agents.PaintingAgent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command with real JVMs, over files small enough to be quick. */
class ForkedRaceTest {

    @TempDir
    Path temp;

    private Path images;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void images() throws IOException {
        images = Files.createDirectory(temp.resolve("some images"));
        PhotoSynthesizer photos = new PhotoSynthesizer(11);
        PhotoFiles.write(images, photos.color(160, 120), false);
        PhotoFiles.write(images, photos.color(160, 120), true);
    }

    @Test
    void stockAgainstStock() throws IOException {
        Files.write(images.resolve("broken.jpg"), new byte[] {-1, -40, -1, -37, 0});
        assertEquals(0, race("--agent", "none"), this::output);
        String text = out.toString();
        assertTrue(text.contains("round 1 of 1"), this::output);
        assertTrue(text.contains("3 of 3 files identical"), this::output);
        assertTrue(text.contains("identical (exception)"), this::output);
        assertTrue(text.contains("progressive 4:2:0"), this::output);
        assertTrue(text.contains("all files (2)"), this::output);
        assertTrue(text.contains(System.getProperty("java.vm.version")), this::output);
        assertEquals("", err.toString());
    }

    @Test
    void thumbnailsAreComparedByTheirBytes() throws IOException {
        assertEquals(0, race("--agent", "none", "--job", "thumbnail"), this::output);
        assertTrue(out.toString().contains("bytes           2 of 2 files identical"), this::output);
        assertTrue(out.toString().contains("per thumbnail"), this::output);
    }

    @Test
    void agentIsStartedAskedAndHeard() throws IOException {
        assertEquals(0, race("--agent", agent(CountingAgent.class)), this::output);
        assertTrue(out.toString().contains("libjpeg-turbo  identical"), this::output);
        assertEquals(1, err.toString().split("\\[Hotpix JVM] counting, told start=sync", -1).length - 1);
        assertTrue(err.toString().contains("[Hotpix JVM] stdout, told start=sync"), this::output);
        assertFalse(err.toString().contains("[stock JVM]"), this::output);
    }

    @Test
    void oneDifferentBitIsExitCodeOne() throws IOException {
        assertEquals(1, race("--agent", agent(PaintingAgent.class)), this::output);
        assertTrue(out.toString().contains("DIFFERENT"), this::output);
        assertTrue(out.toString().contains("0 of 2 files identical"), this::output);
    }

    @Test
    void deadChildIsExitCodeThree() throws IOException {
        assertEquals(3, race("--agent", agent(DyingAgent.class)), this::output);
        String last = err.toString();
        assertTrue(last.contains("The Hotpix JVM ended early with exit code 7"), this::output);
        assertTrue(last.contains("  these are my last words"), this::output);
    }

    @Test
    void childThatCannotStartIsExitCodeThreeOrTwo() throws IOException {
        Path noAgent = Files.writeString(temp.resolve("broken.jar"), "no jar");
        assertEquals(3, race("--agent", noAgent.toString()), this::output);
        assertEquals(2, race("--agent", "none", "--java", temp.resolve("no-java").toString()), this::output);
    }

    @Test
    void missingFolderIsExitCodeTwo() {
        List<String> args = List.of(temp.resolve("nowhere").toString(), "--agent", "none");
        assertEquals(2, new RaceCommand(print(out), print(err)).run(args), this::output);
        assertTrue(err.toString().startsWith("No such folder: "), this::output);
    }

    private int race(String... options) {
        List<String> args = new ArrayList<>(List.of(options));
        args.addAll(List.of("--rounds", "1", images.toString()));
        return new RaceCommand(print(out), print(err)).run(args);
    }

    private static PrintStream print(OutputStream target) {
        return new PrintStream(target, true);
    }

    private String output() {
        return out + "\n" + err;
    }

    /** A jar of the test agents, with the given one as its entry. */
    private String agent(Class<?> premain) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", premain.getName());
        Path jar = temp.resolve(premain.getSimpleName() + ".jar");
        Path classes = Path.of(premain.getResource(premain.getSimpleName() + ".class").getPath()).getParent();
        try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.list(classes)) {
            String folder = premain.getPackageName().replace('.', '/') + '/';
            for (Path file : files.collect(Collectors.toList())) {
                entries.putNextEntry(new JarEntry(folder + file.getFileName()));
                Files.copy(file, entries);
            }
        }
        return jar.toString();
    }
}
