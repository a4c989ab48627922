package dev.hotpix.demo.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WithAgentIT extends WebDemoTests {

    @Override
    boolean withAgent() {
        return true;
    }

    @Override
    @BeforeAll
    void start() throws IOException, InterruptedException {
        assumeTrue(DemoApp.agentIsBuilt(), "SKIPPED: the agent has not been built: " + DemoApp.agentJar());
        super.start();
    }

    @Test
    void raceOffAndOnWithIdenticalPixels() throws IOException, InterruptedException {
        openRace();
        browser.await(() -> browser.text("#agent-title").endsWith("is in this JVM"));
        race();
        int rounds = Integer.getInteger("hotpix.test.rounds");
        // Warm-up and race on both sides, but for the result of each photo that others are compared with.
        int compared = PICKED * (2 * (2 + rounds) - 1);
        assertEquals(compared + " of " + compared + " results identical", browser.text("#identity-text"));
        assertEquals(2, browser.all("#latency polyline.p50").size());
        assertEquals(2, browser.all("#latency polyline.p99").size());
        assertEquals(PICKED * rounds, browser.all("#latency circle.is-on").size());
        assertEquals(2 * rounds, browser.all("#throughput rect").size());
        assertEquals(PICKED, browser.all("#by-photo .same:not(.differs)").size());
        assertTrue(browser.text("#hot-lines").contains("PhotoRenderer.decode(PhotoRenderer.java:"));
        assertTrue(browser.text("#hero").contains("with redirection on"));
        assertAccessible("race");

        // Put back, and counted: the redirects did serve the side that was on.
        assertFalse(app.get("api/agent").body().contains("Enabled\":false"));
        app.await("meters in the application's own registry",
                () -> app.get("actuator/metrics/image.decode").statusCode() == 200);
        String engines = app.get("actuator/metrics/image.decode").body();
        assertTrue(engines.contains("\"stock\""), engines);
    }

    @Test
    void galleryAndPhotoAreAccessible() throws IOException {
        openGallery();
        assertAccessible("gallery");
        browser.go(browser.find("#grid a").getAttribute("href"));
        browser.find("#stage img");
        assertAccessible("photo");
    }
}
