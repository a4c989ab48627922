package dev.hotpix.it.lifecycle.app;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Uses an {@code ImageReader} of a class loader of its own, drops both and sees whether they go. */
public final class Undeploys {

    private static final String READER = "dev.hotpix.it.lifecycle.child.TinyReader";

    private Undeploys() {
    }

    public static void main(String[] args) throws Exception {
        System.out.println("redirected=" + AgentView.awaitRedirect(args[0]));
        WeakReference<ClassLoader> dropped = deploy(args[1]);
        // Several collections: what hangs on soft references or a finalizer needs more than one.
        long end = System.currentTimeMillis() + 20_000;
        while (dropped.get() != null && System.currentTimeMillis() < end) {
            System.gc();
            Thread.sleep(50);
        }
        System.out.println("collected=" + (dropped.get() == null));
    }

    private static WeakReference<ClassLoader> deploy(String jar) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {Path.of(jar).toUri().toURL()})) {
            Class<?> type = loader.loadClass(READER);
            for (int i = 0; i < 50; i++) {
                ((Supplier<?>) type.getConstructor().newInstance()).get();
                // Gives the agent the time to weave the class, so that both states have been in use.
                Thread.sleep(10);
            }
            return new WeakReference<>(loader);
        }
    }
}
