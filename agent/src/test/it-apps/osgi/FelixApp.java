package app;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * An OSGi container with two bundles that make pictures; the first is uninstalled, and the second is told of when an
 * agent is there that redirects. Arguments: the two bundles, a folder for the container, a picture, and whether there
 * is an agent.
 */
public final class FelixApp {

    private static final int PATIENCE_SECONDS = 60;

    private FelixApp() {
    }

    public static void main(String[] args) throws Exception {
        Framework framework = new FrameworkFactory().newFramework(Map.of(
                "org.osgi.framework.storage", args[2], "picture", args[3]));
        framework.start();
        WeakReference<ClassLoader> first = use(framework, "file:" + args[0]);
        long redirected = args[4].equals("true") ? awaitRedirect(args[3]) : 0;
        Bundle second = framework.getBundleContext().installBundle("file:" + args[1]);
        second.start();
        for (int i = 0; i < 200 && first.get() != null; i++) {
            System.gc();
            Thread.sleep(50);
        }
        System.out.println("collected=" + (first.get() == null));
        framework.stop();
        framework.waitForStop(0);
        if (redirected > 0) {
            System.out.println("redirected=" + (redirected() - redirected));
        }
    }

    private static long awaitRedirect(String picture) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (redirected() == 0 && System.nanoTime() < end) {
            ImageIO.read(new File(picture));
            Thread.sleep(10);
        }
        return redirected();
    }

    private static long redirected() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName agent = new ObjectName("dev.hotpix:type=Agent");
        return server.isRegistered(agent) ? (Long) server.getAttribute(agent, "RedirectedDecodes") : 0;
    }

    private static WeakReference<ClassLoader> use(Framework framework, String location) throws Exception {
        Bundle bundle = framework.getBundleContext().installBundle(location);
        bundle.start();
        WeakReference<ClassLoader> loader = new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
        bundle.uninstall();
        CountDownLatch refreshed = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> refreshed.countDown());
        refreshed.await();
        return loader;
    }
}
