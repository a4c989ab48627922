package dev.hotpix.it.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.management.ObjectName;

/**
 * Decodes good and damaged files again and again, and prints how the memory of the process has grown since a fifth of
 * them was done. Arguments: a folder, a file with names in it, how many decodes.
 */
public final class MemoryGrowthApp {

    private static final Pattern COMMITTED = Pattern.compile("Total: .*committed=(\\d+)KB");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private MemoryGrowthApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        List<byte[]> files = FuzzApp.files(args[0], args[1]);
        long count = Long.parseLong(args[2]);
        ImageIO.setUseCache(false);
        long residentBefore = 0;
        long committedBefore = 0;
        long pictures = 0;
        for (long i = 0; i < count; i++) {
            if (i == count / 5) {
                residentBefore = resident();
                committedBefore = committed();
            }
            byte[] intact = files.get((int) (i % files.size()));
            pictures += decode(i % 2 == 0 ? intact : Mutation.of(intact, i));
            if (count >= 10 && i % (count / 10) == 0) {
                System.err.println(i + " decodes, resident " + resident() + " kB");
            }
        }
        System.out.println("decodes " + count + " pictures " + pictures + " redirected " + new AgentCounts().redirected()
                + " resident " + residentBefore + " committed " + committedBefore
                + " resident growth " + (resident() - residentBefore) + " committed growth "
                + (committed() - committedBefore));
    }

    private static int decode(byte[] file) {
        try {
            return FuzzReads.fits(file) && ImageIO.read(new ByteArrayInputStream(file)) != null ? 1 : 0;
        } catch (IOException | RuntimeException damaged) {
            return 0;
        }
    }

    /** Of the process, in kilobytes. */
    private static long resident() throws Exception {
        System.gc();
        return number(RESIDENT, Files.readString(Path.of("/proc/self/status")));
    }

    /** What the JVM itself has committed, in kilobytes; 0 unless it tracks native memory. */
    private static long committed() throws Exception {
        Object summary = ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmNativeMemory",
                new Object[] {new String[] {"summary"}}, new String[] {String[].class.getName()});
        return number(COMMITTED, summary.toString());
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
