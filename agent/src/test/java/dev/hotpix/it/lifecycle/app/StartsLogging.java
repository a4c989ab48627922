package dev.hotpix.it.lifecycle.app;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** Reads a file, and only then makes the class loader that has its log manager. Arguments: the file, a jar. */
public final class StartsLogging {

    private StartsLogging() {
    }

    public static void main(String[] args) throws Exception {
        System.out.println("picture=" + Picture.read(args[0]));
        Thread.sleep(Long.getLong("hotpixtest.pause", 0));
        URL[] jar = {Path.of(args[1]).toUri().toURL()};
        Thread.currentThread().setContextClassLoader(new URLClassLoader(jar, StartsLogging.class.getClassLoader()));
        System.out.println("log manager=" + LogManager.getLogManager().getClass().getName());
        if (System.getProperty("hotpixtest.await") != null) {
            AgentView.awaitReady();
        }
    }
}
