package dev.hotpix.doctor;

import dev.hotpix.agent.LiveAgent;
import java.io.PrintStream;

/** Entered by the jar's main class, by name: the commands of {@code java -jar hotpix-agent.jar}. */
public final class Doctor {

    /** Between the doctor and the JVM that it starts. */
    static final String EXAMINE = "examine";

    private static final int BAD_USAGE = Verdict.UNUSABLE.exitCode();

    private static final String USAGE = String.join("\n",
            "usage: java [JVM options] -jar hotpix-agent.jar COMMAND",
            "  doctor [--json] [--self-test SECONDS]  starts a JVM with these options and the agent, tells what is",
            "                                         active in it and what is not, and measures (1 second; 0: only",
            "                                         compares)",
            "  doctor [--json] PID                    asks the agent of a running JVM of the same user",
            "  version                                prints the version",
            "  help                                   prints this",
            "exit code of doctor: 0 every fast path is active; 1 something is off, which harms nobody: the cures are",
            "listed; 2 Hotpix cannot work here, could not be examined or gave other pixels, or the usage is wrong");

    private Doctor() {
    }

    /**
     * Does a command.
     *
     * @param jar the agent's jar
     * @return the exit code
     */
    public static int run(String jar, String[] arguments) {
        String command = arguments.length == 0 ? "" : arguments[0];
        switch (command) {
            case "doctor":
                return doctor(jar, arguments);
            case EXAMINE:
                return Examination.inThisJvm(DoctorOptions.parse(arguments));
            case "version":
            case "--version":
                System.out.println("Hotpix " + LiveAgent.version());
                return 0;
            case "help":
            case "--help":
            case "-h":
                System.out.println(USAGE);
                return 0;
            default:
                return badUsage(command.isEmpty() ? "no command" : "no such command: " + command);
        }
    }

    private static int doctor(String jar, String[] arguments) {
        DoctorOptions options;
        try {
            options = DoctorOptions.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            return badUsage(wrong.getMessage());
        }
        if (options.process() == 0) {
            return new ApplicationJvm(jar, arguments.length).examine(options, System.out);
        }
        return print(canAttach() ? RunningJvm.examine(options.process(), jar) : unattachable(options.process()),
                options, System.out);
    }

    /** Without these modules {@link RunningJvm} cannot even be loaded. */
    private static boolean canAttach() {
        ModuleLayer boot = ModuleLayer.boot();
        return boot.findModule("jdk.attach").isPresent() && boot.findModule("java.management.rmi").isPresent();
    }

    private static Report unattachable(long process) {
        Report report = new Report("process " + process);
        report.add(Finding.failed("attach", "this runtime cannot attach to other JVMs: it lacks jdk.attach or "
                + "java.management.rmi", "run the doctor with the java of a JDK"));
        return report;
    }

    /** Prints a report and answers its exit code. */
    static int print(Report report, DoctorOptions options, PrintStream out) {
        out.println(options.json() ? JsonPage.of(report) : TextPage.of(report));
        out.flush();
        return report.verdict().exitCode();
    }

    private static int badUsage(String what) {
        System.err.println(what);
        System.err.println(USAGE);
        return BAD_USAGE;
    }
}
