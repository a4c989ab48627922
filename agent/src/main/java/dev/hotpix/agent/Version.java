package dev.hotpix.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this agent, as the build wrote it. */
final class Version {

    static final String STRING = read();

    private Version() {
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException unreadable) {
            // The line says "unknown" then.
        }
        return properties.getProperty("version", "unknown");
    }
}
