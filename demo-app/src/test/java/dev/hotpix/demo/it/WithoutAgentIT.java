package dev.hotpix.demo.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WithoutAgentIT extends WebDemoTests {

    @Override
    boolean withAgent() {
        return false;
    }

    @Test
    void raceTellsHowToAddHotpixAndMeasuresOneSide() throws IOException, InterruptedException {
        openRace();
        assertEquals("Hotpix is not in this JVM", browser.text("#agent-title"));
        assertTrue(browser.text("#agent code").startsWith("java -javaagent:agent/target/hotpix-agent.jar -jar "));
        assertEquals("Measure without Hotpix", browser.text("#start"));
        race();
        assertTrue(browser.text("#hero").contains("by the JVM's own code"));
        assertEquals(1, browser.all("#latency polyline.p50").size());
        assertTrue(browser.text("#identity-text").endsWith("results identical"));
        assertFalse(browser.find("#hot").isDisplayed());
        assertAccessible("race");
        assertEquals(404, app.get("actuator/metrics/image.decode").statusCode());
        assertFalse(app.said(line -> line.contains("[hotpix]")));
    }
}
