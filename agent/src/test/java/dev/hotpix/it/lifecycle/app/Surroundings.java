package dev.hotpix.it.lifecycle.app;

import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Touches no image. Prints what an application can see of the JVM that it is in. */
public final class Surroundings {

    private static final String[] FOREIGN_CLASSES = {
        "dev.hotpix.agent.Agent", "dev.hotpix.codec.CodecLibrary", "net.bytebuddy.ByteBuddy",
        "dev.hotpix.shaded.bytebuddy.ByteBuddy", "org.HdrHistogram.Histogram", "java.lang.HotpixJpeg"};

    private static final String[] FOREIGN_RESOURCES = {
        "dev/hotpix/agent", "dev/hotpix/agent/version.properties", "dev/hotpix/agent/Agent.class", "dev/hotpix/codec",
        "net/bytebuddy/ByteBuddy.class", "version.properties", "java/lang/HotpixJpeg.class", "META-INF/services",
        "META-INF/versions", "META-INF/maven", "LICENSE"};

    private static final String[] INNER_PACKAGES = {
        "java.base/java.lang", "java.base/jdk.internal.access", "java.base/jdk.internal.module",
        "java.desktop/com.sun.imageio.plugins.jpeg", "java.desktop/sun.awt.image"};

    private Surroundings() {
    }

    public static void main(String[] args) throws Exception {
        Module own = Surroundings.class.getModule();
        for (Map.Entry<Object, Object> property : new TreeMap<>(System.getProperties()).entrySet()) {
            System.out.println("property=" + property.toString().replace("\n", "\\n"));
        }
        ModuleLayer.boot().modules().stream().map(Module::getName).sorted()
                .forEach(name -> System.out.println("module=" + name));
        for (String name : FOREIGN_CLASSES) {
            try {
                System.out.println("class=" + Class.forName(name, false, Surroundings.class.getClassLoader()));
            } catch (ClassNotFoundException absent) {
                // As it should be.
            }
        }
        for (String name : FOREIGN_RESOURCES) {
            for (URL url : Collections.list(Surroundings.class.getClassLoader().getResources(name))) {
                System.out.println("resource=" + url);
            }
        }
        for (String name : INNER_PACKAGES) {
            String[] parts = name.split("/");
            ModuleLayer.boot().findModule(parts[0]).ifPresent(module ->
                    System.out.println("open=" + name + " " + module.isOpen(parts[1], own)));
        }
        System.out.println("context loader=" + (Thread.currentThread().getContextClassLoader()
                == ClassLoader.getSystemClassLoader()));
        Thread.getAllStackTraces().keySet().stream()
                .map(thread -> "thread=" + thread.getName() + (thread.isDaemon() ? " daemon" : " user")).sorted()
                .forEach(System.out::println);
    }
}
