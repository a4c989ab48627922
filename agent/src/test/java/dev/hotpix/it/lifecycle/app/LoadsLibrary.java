package dev.hotpix.it.lifecycle.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** Loads a native library itself, on which newer JDKs warn, before and after it has read a picture. */
public final class LoadsLibrary {

    private LoadsLibrary() {
    }

    public static void main(String[] args) throws Exception {
        System.out.println("picture=" + Picture.read(args[0]));
        if (System.getProperty("hotpixtest.await") != null && !AgentView.awaitRedirect(args[0])) {
            throw new AssertionError("not redirected");
        }
        // The C library, which every process has: found in our own map of the memory.
        String library = Files.lines(Path.of("/proc/self/maps")).map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .filter(name -> name.matches(".*/libc[.-].*so.*")).findFirst().orElseThrow();
        System.load(library);
        System.out.println("loaded");
    }
}
