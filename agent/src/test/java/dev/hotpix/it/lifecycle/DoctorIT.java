package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hotpix.it.Jdk;
import dev.hotpix.it.Jdks;
import dev.hotpix.it.lifecycle.app.Waits;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code java -jar hotpix-agent.jar doctor} in JVMs that the tests make. */
class DoctorIT {

    /** How long each self-test measures, in seconds. */
    private static final String SECONDS = System.getProperty("hotpix.test.doctor.seconds", "0.1");

    private static final String LIBRARY = "hotpix/dev/hotpix/codec/native/linux-x86_64/libhotpix.so";

    private final Jdk jdk = newest();

    private static Jdk newest() {
        try {
            return Jdks.all().stream().max((a, b) -> a.feature() - b.feature()).orElseThrow();
        } catch (Exception none) {
            throw new IllegalStateException(none);
        }
    }

    /** Which decoder it is, is asked of the JDK's files here and of its behaviour there. */
    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void everythingIsActive(Jdk any) throws Exception {
        Examined examined = Examined.of(Examined.doctor(any.home()).options("--self-test", SECONDS));
        keysAreStable(examined);
        assertEquals(any.home(), Path.of(examined.value("jvm", "home")).toRealPath());
        assertEquals("avx2", examined.value("agent", "codec.simd"));
        assertTrue(examined.value("engines", "jpeg-decode").startsWith("libjpeg-turbo "));
        boolean bundled = any.bundlesLibjpeg6b();
        examined.finds("stock-decoder", "note", bundled ? "libjpeg 6b of the JDK" : "libjpeg-turbo",
                "4:4:0 chroma is " + (bundled ? "replicated" : "interpolated"));
        examined.finds("jpeg-decode", "ok").finds("toolkit-decode", "ok").finds("native-access", "ok")
                .finds("temp-directory", "ok");
        assertEquals(6, examined.json().path("selfTest").size());
        boolean all = true;
        for (JsonNode row : examined.json().path("selfTest")) {
            assertTrue(row.path("equal").asBoolean(), row::toString);
            assertTrue(row.path("stockMillis").asDouble() > 0 && row.path("speedUp").asDouble() > 0, row::toString);
            boolean codec = row.path("operation").asText().contains("JPEG");
            assertTrue(row.path("redirected").asBoolean() || !codec, row::toString);
            all &= row.path("redirected").asBoolean();
        }
        // On a busy machine kernels may not win in time: then it has to say so.
        assertEquals(all ? "ok" : "off", examined.finding("self-test").path("state").asText());
        if (all) {
            examined.finds("vector", "ok", "vector-").nothingElseButIsOff().exits(0);
        } else {
            examined.exits(1);
        }
    }

    /** As the README lists them. */
    private static void keysAreStable(Examined examined) {
        assertEquals(Set.of("schemaVersion", "version", "subject", "verdict", "exitCode", "jvm", "machine", "agent",
                "engines", "settings", "checks", "selfTest"), names(examined.json()));
        assertEquals(Set.of("name", "version", "vendor", "home", "mode"), names(examined.json().path("jvm")));
        assertEquals(Set.of("os", "arch", "processors", "load", "cpu", "cpu-features"),
                names(examined.json().path("machine")));
        assertTrue(names(examined.json().path("engines")).containsAll(Set.of("jpeg-decode", "resize")));
        assertEquals(Set.of("check", "state", "detail", "cure"), names(examined.json().path("checks").get(0)));
        assertEquals(Set.of("operation", "pairs", "stockMillis", "redirectedMillis", "speedUp", "redirected", "equal"),
                names(examined.json().path("selfTest").get(0)));
        assertEquals(List.of(), examined.outcome().err(), examined::toString);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Two at a time: each is two JVMs, which take turns. */
    @Test
    void optionsOfTheJvm() throws Exception {
        // An option, what it takes away, one of the findings, and what that says.
        String[][] setUps = {
            {"-Dhotpix.redirect=false", "codec resize", "resize", "hotpix.redirect"},
            {"-Dhotpix.vector=off", "vector", "vector", "hotpix.vector"},
            {"-Dhotpix.enabled=false", "agent", "agent", "hotpix.enabled"},
            {"-Dhotpix.vectr=off", "message", "message", "hotpix.vectr"},
            {"-Dos.arch=riscv64", "codec", "jpeg-decode", "linux-riscv64"},
            {"-Xint", "vector", "vector", "-Xint"}};
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> tests = new ArrayList<>();
            for (String[] setUp : setUps) {
                tests.add(two.submit(() -> Examined.quick(jdk, setUp[0])
                        .finds(setUp[2], "off", setUp[3]).nothingElseButIsOff(setUp[1].split(" ")).exits(1)));
            }
            for (Future<?> test : tests) {
                test.get();
            }
        } finally {
            two.shutdown();
        }
    }

    /** The agent is named and configured where containers do it; the JVM that is examined has it once. */
    @Test
    void environment() {
        Fork fork = Examined.doctor(jdk.home()).options("--self-test", "0")
                .environment("HOTPIX_REDIRECT_RESIZE", "false")
                .environment("JAVA_TOOL_OPTIONS", "-javaagent:" + Fixture.agentJar() + "=redirect.jpeg-decode=false");
        Examined examined = Examined.of(fork).nothingElseButIsOff("jpeg-decode", "resize").exits(1);
        assertEquals("false", examined.value("settings", "hotpix.redirect.jpeg-decode"));
        assertEquals("false", examined.value("settings", "hotpix.redirect.resize"));
    }

    @Test
    void noNativeAccess() {
        assumeTrue(jdk.feature() >= 24, "no JDK that restricts native access");
        Examined.quick(jdk, "--illegal-native-access=deny")
                .finds("jpeg-decode", "off", "--enable-native-access=ALL-UNNAMED")
                .finds("native-access", "off", "denied")
                .nothingElseButIsOff(Examined.CODEC, "native-access").exits(1);
    }

    @Test
    void temporaryDirectory() throws Exception {
        String unwritable = "-Djava.io.tmpdir=" + Fixture.photo().resolve("tmp");
        Examined.quick(jdk, unwritable).finds("temp-directory", "off", "not writable", "hotpix.native.dir")
                .nothingElseButIsOff("temp-directory", Examined.CODEC).exits(1);
        Examined.quick(jdk, unwritable, "-Dhotpix.native.dir=" + Fixture.directory("good"))
                .finds("jpeg-decode", "ok").nothingElseButIsOff().exits(0);
    }

    @Test
    void temporaryDirectoryMountedNoexec() throws Exception {
        Path mounted = Fixture.directory("noexec");
        String[] wrapper = {"unshare", "--mount", "sh", "-c",
            "mount -t tmpfs -o noexec tmpfs " + mounted + " && exec \"$@\"", "sh"};
        assumeTrue(Fork.command("sh", "-c", "command -v unshare").run().exit() == 0, "no unshare");
        assumeTrue(Fork.command("true").under(wrapper).run().exit() == 0, "may not mount here");
        String temporary = "-Djava.io.tmpdir=" + mounted;
        Examined.of(Examined.doctor(jdk.home(), temporary).options("--self-test", "0").under(wrapper))
                .finds("temp-directory", "off", "noexec", "hotpix.native.dir").finds("jpeg-decode", "off", "noexec")
                .nothingElseButIsOff("temp-directory", Examined.CODEC).exits(1);
    }

    /** A library whose look at the CPU says what it would say on one without AVX2. */
    @Test
    void noAvx2() throws Exception {
        byte[] codec = bundledCodec();
        int function = ElfFunction.offset(codec, "Java_dev_hotpix_codec_TurboJpeg_cpuHasAvx2");
        byte[] returnFalse = {0x31, (byte) 0xC0, (byte) 0xC3};
        System.arraycopy(returnFalse, 0, codec, function, returnFalse.length);
        Path file = Files.write(Fixture.directory("cpu").resolve("libhotpix.so"), codec);
        Examined.quick(jdk, "-XX:UseAVX=1", "-Dhotpix.native.path=" + file)
                .finds("jpeg-decode", "off", "no AVX2").nothingElseButIsOff(Examined.CODEC).exits(1);
    }

    @Test
    void libraryThatIsCutShort() throws Exception {
        byte[] codec = bundledCodec();
        Path file = Fixture.directory("short").resolve("libhotpix.so");
        Files.write(file, Arrays.copyOf(codec, codec.length / 2));
        Examined.quick(jdk, "-Dhotpix.native.path=" + file)
                .finds("jpeg-decode", "off", file.toString(), "hotpix.native.path").nothingElseButIsOff(Examined.CODEC)
                .exits(1);
    }

    private static byte[] bundledCodec() throws Exception {
        try (JarFile jar = new JarFile(Fixture.agentJar().toFile());
                InputStream in = jar.getInputStream(jar.getEntry(LIBRARY))) {
            return in.readAllBytes();
        }
    }

    @Test
    void withoutJavaDesktop() {
        Examined.quick(jdk, "--limit-modules", "java.instrument").finds("agent", "failed", "java.desktop").exits(2);
    }

    /** A runtime without the Vector API, management and attaching; then one that cannot have agents. */
    @Test
    void smallRuntimes() throws Exception {
        Path runtime = link("java.desktop,java.instrument");
        Examined.of(Examined.doctor(runtime).options("--self-test", "0"))
                .finds("vector", "off", "--add-modules jdk.incubator.vector").finds("message", "off", "java.management")
                .nothingElseButIsOff("vector", "message").exits(1);
        Examined.of(Examined.doctor(runtime).options(Long.toString(ProcessHandle.current().pid())))
                .finds("attach", "failed", "jdk.attach", "JDK").exits(2);
        Examined.of(Examined.doctor(link("java.base"))).finds("agent", "failed", "java.instrument").exits(2);
    }

    private Path link(String modules) throws Exception {
        Path runtime = Fixture.directory("runtime").resolve("java");
        Outcome linked = Fork.tool(jdk, "jlink", "--add-modules", modules, "--output", runtime.toString()).run();
        assumeTrue(linked.exit() == 0, linked::toString);
        return runtime;
    }

    @Test
    void runningJvms() throws Exception {
        List<Process> processes = new ArrayList<>();
        try {
            Process with = sleeper(processes, "-javaagent:" + Fixture.agentJar() + "=start=sync,redirect.resize=false");
            Process asleep = sleeper(processes, "-javaagent:" + Fixture.agentJar());
            Process without = sleeper(processes);
            Process other = new ProcessBuilder("sleep", "60").start();
            processes.add(other);
            Examined awake = ask(with).finds("jpeg-decode", "ok").finds("resize", "off", "hotpix.redirect.resize")
                    .finds("counts", "note").nothingElseButIsOff("resize").exits(1);
            assertEquals(jdk.home(), Path.of(awake.value("jvm", "home")).toRealPath());
            ask(asleep).finds("agent", "off", "not woken up").exits(1);
            ask(without).finds("agent", "off", "without Hotpix", "-javaagent:" + Fixture.agentJar()).exits(1);
            ask(other).finds("attach", "failed", "no JVM").exits(2);
            assertTrue(other.isAlive());
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private Examined ask(Process process) {
        return Examined.of(Examined.doctor(jdk.home()).options(Long.toString(process.pid())));
    }

    /** A JVM that says when it is up and then waits for the end of its input. */
    private Process sleeper(List<Process> processes, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(jdk.home().resolve("bin/java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", Fixture.appJar().toString(), Waits.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("HOTPIX_") || name.endsWith("_OPTIONS"));
        Process process = builder.start();
        processes.add(process);
        assertEquals('1', process.getInputStream().read());
        return process;
    }

    @Test
    void usage() throws Exception {
        Outcome help = command("help");
        assertEquals(0, help.exit(), help::toString);
        assertTrue(help.out().get(0).startsWith("usage: java"), help::toString);
        Outcome version = command("version");
        assertEquals(0, version.exit(), version::toString);
        assertTrue(version.out().get(0).matches("Hotpix \\d.*"), version::toString);
        for (String[] wrong : new String[][] {{}, {"docter"}, {"doctor", "--self-test", "-1"}}) {
            Outcome outcome = command(wrong);
            assertEquals(2, outcome.exit(), outcome::toString);
            assertEquals(List.of(), outcome.out(), outcome::toString);
            assertTrue(outcome.err().get(1).startsWith("usage: java"), outcome::toString);
        }
    }

    @Test
    void aJvmThatIsTooOld() throws Exception {
        // The JDK overwrites a -D of this property at start; another agent can set it afterwards.
        Outcome outcome = Fork.command(jdk.home().resolve("bin/java").toString()).companion("java8")
                .options("-jar", Fixture.agentJar().toString(), "doctor").run();
        assertEquals(2, outcome.exit(), outcome::toString);
        assertEquals(List.of(), outcome.out(), outcome::toString);
        outcome.oneLine("needs Java 11", "Java 8").noOtherErrors();
    }

    private Outcome command(String... arguments) throws Exception {
        return Fork.command(jdk.home().resolve("bin/java").toString(), "-jar", Fixture.agentJar().toString())
                .options(arguments).run();
    }
}
