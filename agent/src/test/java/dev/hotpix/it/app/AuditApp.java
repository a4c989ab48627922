package dev.hotpix.it.app;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.swing.ImageIcon;

/** Reads a file in the ways that an audit repeats, and in one that it cannot, and prints what the audit came to. */
public final class AuditApp {

    private static final int WAYS = 9;
    private static final int WAIT_MILLISECONDS = 20_000;

    private AuditApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        BufferedImage picture = new BufferedImage(83, 59, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 83 * 59; i++) {
            picture.setRGB(i % 83, i / 83, i * 12345);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        ImageIO.write(picture.getSubimage(0, 0, 50, 40), "jpeg", out);
        byte[] file = out.toByteArray();
        ImageIO.setUseCache(false);

        ImageIO.read(new ByteArrayInputStream(file));
        read(file, 0, new EventLog(101), null);
        ImageReadParam bottom = new ImageReadParam();
        bottom.setSourceRegion(new Rectangle(5, 9, 70, 50));
        bottom.setSourceSubsampling(2, 3, 1, 1);
        read(file, 0, new EventLog(101), bottom);
        ImageReadParam own = new ImageReadParam();
        own.setDestination(new BufferedImage(100, 90, BufferedImage.TYPE_3BYTE_BGR));
        own.getDestination().setRGB(1, 1, 0x123456);
        own.setDestinationOffset(new Point(7, 11));
        read(file, 0, null, own);
        ImageReadParam part = new ImageReadParam();
        part.setDestination(own.getDestination().getSubimage(4, 3, 90, 80));
        read(file, 0, null, part);
        read(file, 1, null, null);
        new ImageIcon(file);
        read(new Streams.Own(file, 300, new Streams.Log()), 0, null, null);
        read(file, 0, new EventLog(101) {
            @Override
            public void imageProgress(ImageReader source, float percentageDone) {
                super.imageProgress(source, percentageDone);
                paint(own.getDestination());
            }
        }, own);
        System.out.println(results());
    }

    private static void paint(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(20, 20, 3, 3);
        graphics.dispose();
    }

    private static void read(byte[] file, int index, EventLog events, ImageReadParam param) throws Exception {
        read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)), index, events, param);
    }

    private static void read(ImageInputStream stream, int index, EventLog events, ImageReadParam param)
            throws Exception {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        reader.setInput(stream);
        if (events != null) {
            reader.addIIOReadUpdateListener(events);
            reader.addIIOReadProgressListener(events);
        }
        reader.read(index, param);
        reader.dispose();
    }

    /** Once all are done. */
    private static Map<String, Long> results() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Map<String, Long> results = new TreeMap<>();
        long end = System.currentTimeMillis() + WAIT_MILLISECONDS;
        long sum = 0;
        while (sum < WAYS && System.currentTimeMillis() < end) {
            Thread.sleep(20);
            sum = 0;
            for (Object row : ((TabularData) server.getAttribute(
                    new ObjectName("dev.hotpix:type=Agent"), "Verifications")).values()) {
                CompositeData entry = (CompositeData) row;
                results.put((String) entry.get("key"), (Long) entry.get("value"));
                sum += (Long) entry.get("value");
            }
        }
        return results;
    }
}
