package dev.hotpix.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JmxOutletTest {

    @Test
    void whetherTheJdkWouldFindTheLogManager() {
        assertTrue(JmxOutlet.findsLogManager(null));
        assertTrue(JmxOutlet.findsLogManager("java.util.logging.LogManager"));
        assertTrue(JmxOutlet.findsLogManager(JmxOutletTest.class.getName()));
        assertFalse(JmxOutlet.findsLogManager("org.example.server.LogManager"));
    }
}
