package dev.hotpix.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    private static Properties system(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    private static Configuration read(String arguments, Properties system, Map<String, String> environment) {
        return Configuration.read(arguments, system, environment);
    }

    @Test
    void defaults() {
        Configuration configuration = read(null, system(), Map.of());
        assertTrue(configuration.isOn(Property.ENABLED));
        assertTrue(configuration.isOn(Property.REDIRECT_JPEG_DECODE));
        assertEquals("async", configuration.get(Property.START));
        assertEquals("", configuration.get(Property.REPORT));
        assertEquals(List.of(), configuration.warnings());
    }

    @Test
    void systemPropertyBeatsArgumentBeatsEnvironment() {
        Map<String, String> environment = Map.of("HOTPIX_REPORT", "e", "HOTPIX_REDIRECT_JPEG_DECODE", "false");
        Configuration all = read("report=a", system("hotpix.report", "s"), environment);
        assertEquals("s", all.get(Property.REPORT));
        assertEquals("a", read("report=a", system(), environment).get(Property.REPORT));
        assertEquals("e", read("", system(), environment).get(Property.REPORT));
        assertFalse(all.isOn(Property.REDIRECT_JPEG_DECODE));
    }

    @Test
    void argumentsMayHoldEscapedCommas() {
        Configuration configuration = read("start=sync,report=/tmp/a\\,b.txt,,redirect=false", system(), Map.of());
        assertEquals("/tmp/a,b.txt", configuration.get(Property.REPORT));
        assertEquals("sync", configuration.get(Property.START));
        assertFalse(configuration.isOn(Property.REDIRECT));
        assertEquals(List.of(), configuration.warnings());
    }

    @Test
    void badValueIsOneWarningAndTheDefault() {
        Configuration configuration = read(null, system("hotpix.start", "later"), Map.of());
        assertEquals("async", configuration.get(Property.START));
        assertEquals(1, configuration.warnings().size());
        assertTrue(configuration.warnings().get(0).contains("hotpix.start=later"));
        assertTrue(configuration.warnings().get(0).contains("async|sync"));
    }

    @Test
    void booleansAreTrueOrFalseAndNothingElse() {
        Configuration configuration = read("enabled=no", system("hotpix.redirect", ""), Map.of());
        assertTrue(configuration.isOn(Property.ENABLED));
        assertTrue(configuration.isOn(Property.REDIRECT));
        assertEquals(2, configuration.warnings().size());
    }

    @Test
    void unknownNamesAreWarnedOfWithTheKnownOnes() {
        Configuration configuration = read("fast=true,report", system("hotpix.x", "1", "hotpixtest.y", "1"), Map.of());
        assertEquals(3, configuration.warnings().size(), configuration.warnings().toString());
        assertTrue(configuration.warnings().get(0).contains("\"fast\""));
        assertTrue(configuration.warnings().get(1).contains("\"report\""));
        assertTrue(configuration.warnings().get(2).contains("hotpix.x"));
        assertTrue(configuration.warnings().get(2).contains("hotpix.redirect.jpeg-decode"));
    }

    @Test
    void environmentNames() {
        assertEquals("HOTPIX_REDIRECT_JPEG_DECODE", Property.REDIRECT_JPEG_DECODE.environment());
        assertEquals("redirect.jpeg-decode", Property.REDIRECT_JPEG_DECODE.argument());
    }

    @Test
    void toolsOfTheJdkAreLeftAlone() {
        assertTrue(AgentStart.isJdkTool("jdk.compiler", "jdk.compiler/com.sun.tools.javac.Main A.java"));
        assertTrue(AgentStart.isJdkTool("java.base", "java.base/sun.security.tools.keytool.Main"));
        assertFalse(AgentStart.isJdkTool(null, "Main"));
        assertFalse(AgentStart.isJdkTool("com.acme.shop", "com.acme.shop/com.acme.shop.Main"));
        assertFalse(AgentStart.isJdkTool("jdk.compiler", "jdk.compiler/com.sun.tools.javac.launcher.Main A.java"));
    }
}
