package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.GrayApp;
import dev.hotpix.it.app.LibraryResizeApp;
import dev.hotpix.it.app.ResizeApp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.coobird.thumbnailator.Thumbnails;
import org.imgscalr.Scalr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Images are scaled to the same samples with the agent as without it, and the redirect does take part. */
class ResizeParityIT {

    /** Random operations per JDK and setting; set {@code hotpix.test.resize} for long runs. */
    private static final int OPERATIONS = Integer.getInteger("hotpix.test.resize", 600);

    /** What each JDK draws without the agent. */
    private static final Map<Path, List<String>> STOCK = new HashMap<>();

    static List<Arguments> jdksAndSettings() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (Jdk jdk : Jdks.all()) {
            all.add(Arguments.of(jdk, "start=sync,verify=1"));
            all.add(Arguments.of(jdk, "start=sync,vector=off"));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("jdksAndSettings")
    void drawsTheSamePixels(Jdk jdk, String settings) {
        List<String> stock = STOCK.computeIfAbsent(jdk.home(),
                any -> ForkedJvm.of(jdk, ResizeApp.class).arguments(7, OPERATIONS).run().lines());
        ForkedJvm.Result ours = ForkedJvm.of(jdk, ResizeApp.class).agent(settings)
                .arguments(7, OPERATIONS, settings.contains("verify") ? "audit" : "agent").run();
        assertEquals(stock, ours.lines());
        if (settings.contains("verify")) {
            // Stock did them all again, and found nothing.
            assertTrue(ours.stderr().contains("audited {equal=" + redirected(ours) + "}"), ours.stderr()::toString);
        }
        // What could be redirected is about a fifth of what the application does.
        assertTrue(redirected(ours) > OPERATIONS / 10, ours.stderr()::toString);
    }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void librariesMakeTheSameImages(Jdk jdk) {
        List<String> stock = libraries(jdk).run().lines();
        ForkedJvm.Result ours = libraries(jdk).agent("start=sync").arguments("agent").run();
        assertEquals(stock, ours.lines());
        assertTrue(redirected(ours) > stock.size() / 3, ours.stderr()::toString);
    }

    /** Tables are made at once here, not only for an application that converts a lot. */
    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void convertsToTheSameGrays(Jdk jdk) {
        List<String> stock = ForkedJvm.of(jdk, GrayApp.class).arguments(OPERATIONS / 10).run().lines();
        ForkedJvm.Result ours = ForkedJvm.of(jdk, GrayApp.class).agent("start=sync")
                .property("hotpixtest.gray.pixels", 1).arguments(OPERATIONS / 10, "agent").run();
        assertEquals(stock, ours.lines());
        assertTrue(redirected(ours) > OPERATIONS / 40, ours.stderr()::toString);
    }

    private static ForkedJvm libraries(Jdk jdk) {
        return ForkedJvm.of(jdk, LibraryResizeApp.class).classPath(Thumbnails.class, Scalr.class);
    }

    private static long redirected(ForkedJvm.Result result) {
        for (String line : result.stderr()) {
            if (line.startsWith("redirected ")) {
                return Long.parseLong(line.substring("redirected ".length()));
            }
        }
        throw new AssertionError(result.stderr());
    }
}
