package dev.hotpix.demo.workload;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The application under test: works on images with plain ImageIO and Java2D, as told line by line on its standard input. */
public final class WorkloadMain {

    private WorkloadMain() {}

    /** @param args the name of a {@link Job} */
    public static void main(String[] args) throws IOException {
        PrintStream answers =
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // Whatever else prints in this JVM must not be taken for an answer.
        System.setOut(System.err);
        BufferedReader commands =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        new CommandLoop(new Workload(Job.valueOf(args[0]))).run(commands, answers);
        System.exit(0);
    }
}
