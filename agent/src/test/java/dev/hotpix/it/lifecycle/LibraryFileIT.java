package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.lifecycle.app.Decodes;
import dev.hotpix.it.lifecycle.app.Interrupted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the native library is unpacked. */
@ParameterizedClass
@MethodSource("dev.hotpix.it.Jdks#all")
class LibraryFileIT {

    private static final String REDIRECTED = "jpeg-decode=libjpeg-turbo";

    private final Jdk jdk;

    LibraryFileIT(Jdk jdk) {
        this.jdk = jdk;
    }

    /** Below a file nobody can write, not even root, who ignores permissions. */
    @Test
    void temporaryDirectoryThatCannotBeWritten() throws Exception {
        Path impossible = Fixture.photo().resolve("tmp");
        String temporary = "-Djava.io.tmpdir=" + impossible;
        // Newer JDKs say a word of their own about such a directory.
        Outcome plain = Fork.java(jdk).options(temporary).run(Decodes.class, Fixture.photo()).succeeded();
        decode(Fork.java(jdk).options(temporary)).sameAs(plain)
                .oneLine("jpeg-decode=stock", impossible.toString(), "hotpix.native.dir");
        Path good = Fixture.directory("good");
        decode(Fork.java(jdk).options(temporary, "-Dhotpix.native.dir=" + good)).sameAs(plain).oneLine(REDIRECTED);
        assertEquals(List.of(), list(good));
    }

    /** In a mount namespace of its own, which goes with the process. */
    @Test
    void temporaryDirectoryMountedNoexec() throws Exception {
        Path mounted = Fixture.directory("noexec");
        String[] wrapper = {"unshare", "--mount", "sh", "-c",
            "mount -t tmpfs -o noexec tmpfs " + mounted + " && exec \"$@\"", "sh"};
        assumeTrue(Fork.command("sh", "-c", "command -v unshare").run().exit() == 0, "no unshare");
        Outcome allowed = Fork.command("true").under(wrapper).run();
        assumeTrue(allowed.exit() == 0, () -> "may not mount here: " + allowed);
        String temporary = "-Djava.io.tmpdir=" + mounted;
        decode(Fork.java(jdk).options(temporary).under(wrapper)).noWarnings()
                .oneLine("jpeg-decode=stock", "noexec", "hotpix.native.dir");
        decode(Fork.java(jdk).options(temporary, "-Dhotpix.native.dir=" + Fixture.directory("exec")).under(wrapper))
                .noWarnings().oneLine(REDIRECTED);
    }

    /** None of them gets as far as the JVM, which has warnings of its own for what is no library. */
    @Test
    void wrongLibrary() throws Exception {
        decode(Fork.java(jdk).options("-Dhotpix.native.path=" + Fixture.photo())).noWarnings()
                .oneLine("jpeg-decode=stock", Fixture.photo().toString(), "hotpix.native.path");
        Path absent = Fixture.directory().resolve("absent.so");
        decode(Fork.java(jdk).options("-Dhotpix.native.path=" + absent)).noWarnings()
                .oneLine("jpeg-decode=stock", absent.toString(), "hotpix.native.path");
        // A library, but one that the JDK wants for itself.
        Path other = jdk.home().resolve("lib").resolve(System.mapLibraryName("jimage"));
        decode(Fork.java(jdk).options("-Dhotpix.native.path=" + other)).noWarnings()
                .oneLine("jpeg-decode=stock", other.toString(), "hotpix.native.path");
    }

    /** After a usual end, and after one that runs no shutdown hooks. */
    @Test
    void nothingIsLeftBehind() throws Exception {
        Path directory = Fixture.directory("tmp");
        decode(Fork.java(jdk).options("-Djava.io.tmpdir=" + directory)).noWarnings().oneLine(REDIRECTED);
        assertEquals(List.of(), list(directory));
        Outcome halted = Fork.java(jdk).options("-Djava.io.tmpdir=" + directory).agent("start=sync")
                .run(Interrupted.class, Fixture.photo(), 0, "halt").oneLine(REDIRECTED);
        assertEquals(List.of(), list(directory), halted::toString);
    }

    private static Outcome decode(Fork fork) throws Exception {
        Outcome outcome = fork.agent("start=sync").run(Decodes.class, Fixture.photo()).succeeded();
        assertEquals(1, outcome.values("picture").stream().distinct().count(), outcome::toString);
        return outcome;
    }

    private static List<String> list(Path directory) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            // The JVM's own performance data, which it keeps in its idea of the temporary directory.
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("hsperfdata_"))
                    .sorted().collect(Collectors.toList());
        }
    }
}
