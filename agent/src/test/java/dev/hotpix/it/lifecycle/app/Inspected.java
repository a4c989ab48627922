package dev.hotpix.it.lifecycle.app;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Is looked into by the JDK's diagnostic tools while its threads make thumbnails. */
public final class Inspected {

    private static final int THREADS = 2;

    private static volatile boolean done;

    private Inspected() {
    }

    public static void main(String[] args) throws Exception {
        if (System.getProperty("hotpixtest.await", "").equals("redirect")) {
            AgentView.awaitRedirect(args[0]);
        }
        Set<String> made = ConcurrentHashMap.newKeySet();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(new Thread(() -> makeUntilDone(args[0], made), "maker-" + i));
        }
        threads.forEach(Thread::start);
        String pid = Long.toString(ProcessHandle.current().pid());
        System.out.println("Thread.print=" + says("maker-0", "jcmd", pid, "Thread.print", "-l"));
        System.out.println("class_histogram=" + says("BufferedImage", "jcmd", pid, "GC.class_histogram"));
        System.out.println("jstack=" + says("maker-1", "jstack", pid));
        done = true;
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("made=" + made);
        System.out.println("deadlocked=" + (ManagementFactory.getThreadMXBean().findDeadlockedThreads() != null));
    }

    private static void makeUntilDone(String file, Set<String> made) {
        while (!done) {
            try {
                made.add(Thumbnails.make(file));
            } catch (Exception | LinkageError failure) {
                made.add(failure.toString());
            }
        }
    }

    /** Whether a tool ends well and says this word. */
    private static boolean says(String word, String tool, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        // Tools need no compiler of their own for this.
        command.add("-J-XX:TieredStopAtLevel=1");
        command.addAll(List.of(arguments));
        // Not to a pipe: its only reader is this JVM, which stands still while a histogram is written.
        Path answer = Files.createTempFile("answer", ".txt");
        try {
            Process process = new ProcessBuilder(command).redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true).redirectOutput(answer.toFile()).start();
            return process.waitFor() == 0 && Files.readString(answer).contains(word);
        } finally {
            Files.delete(answer);
        }
    }
}
