package app;

import java.awt.Toolkit;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.catalina.Context;
import org.apache.catalina.loader.WebappLoader;
import org.apache.catalina.startup.Tomcat;

/**
 * One server with two web applications, one of which is undeployed; then it sees whether that one goes. Arguments: the
 * folder of the web application, a folder for the server.
 */
public final class TwoWebApps {

    private static final int WAIT_MILLIS = 40_000;

    private final Tomcat tomcat = new Tomcat();
    private final String docBase;

    private TwoWebApps(String docBase) {
        this.docBase = docBase;
    }

    public static void main(String[] args) throws Exception {
        // As Tomcat's own listener does it: else AWT keeps the first application that uses it.
        ImageIO.scanForPlugins();
        Toolkit.getDefaultToolkit();
        TwoWebApps server = new TwoWebApps(args[0]);
        server.tomcat.setBaseDir(Files.createDirectories(Path.of(args[1])).toString());
        server.tomcat.setPort(0);
        server.tomcat.getConnector();
        server.deploy("/north");
        server.deploy("/south");
        server.tomcat.start();
        server.run();
        server.tomcat.stop();
        server.tomcat.destroy();
    }

    private void deploy(String path) {
        Context context = tomcat.addContext(path, docBase);
        context.setLoader(new WebappLoader());
        Tomcat.addServlet(context, "pictures", "app.PictureServlet");
        context.addServletMappingDecoded("/pictures", "pictures");
    }

    private void run() throws Exception {
        get("/north", 30);
        get("/south", 50);
        System.out.println("north=" + await("/north", 30));
        System.out.println("south=" + await("/south", 50));
        System.out.println("collected=" + isCollected(undeploy("/north")));
        get("/south", 7);
        System.out.println("south=" + await("/south", 57));
    }

    /** In a method of its own: a frame may keep what it has used. */
    private WeakReference<ClassLoader> undeploy(String path) throws Exception {
        Context context = (Context) tomcat.getHost().findChild(path);
        WeakReference<ClassLoader> loader = new WeakReference<>(context.getLoader().getClassLoader());
        tomcat.getHost().removeChild(context);
        context.destroy();
        return loader;
    }

    private long await(String path, long count) throws Exception {
        long end = System.currentTimeMillis() + WAIT_MILLIS;
        while (get(path, 0) != count && System.currentTimeMillis() < end) {
            Thread.sleep(50);
        }
        return get(path, 0);
    }

    private long get(String path, int times) throws Exception {
        int port = tomcat.getConnector().getLocalPort();
        URL url = new URL("http://localhost:" + port + path + "/pictures?times=" + times);
        try (InputStream in = url.openStream()) {
            return Long.parseLong(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    private boolean isCollected(WeakReference<ClassLoader> loader) throws Exception {
        long end = System.currentTimeMillis() + WAIT_MILLIS;
        while (loader.get() != null && System.currentTimeMillis() < end) {
            // Each request lets a thread of the server forget the application that it served before.
            get("/south", 0);
            System.gc();
            Thread.sleep(50);
        }
        return loader.get() == null;
    }
}
