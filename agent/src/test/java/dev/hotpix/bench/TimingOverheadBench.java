package dev.hotpix.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What measuring costs: CPU nanoseconds and allocated bytes per intercepted call in steady state, on one thread
 * and on two that record into the same series. The work is in {@link TimingOverheadWork}.
 */
final class TimingOverheadBench {

    private static final String USAGE = String.join("\n",
            "java -cp agent/target/test-classes dev.hotpix.bench.TimingOverheadBench [--agent JAR] [--rounds N]",
            "",
            "Prints nanoseconds and bytes per measured call, of the classes in the agent's jar.",
            "  --agent   default: the one beside these classes",
            "  --rounds  rounds that count (15)",
            "");

    private TimingOverheadBench() {
    }

    public static void main(String[] words) throws IOException, ReflectiveOperationException {
        Arguments arguments = Arguments.parse(words, USAGE, "--agent", "--rounds");
        Setting.print(System.out, TimingOverheadBench.class, words);
        System.out.println("JVM:     " + Setting.version(Setting.thisJava()));
        Path agent = Path.of(arguments.last("--agent").orElseGet(Setting::builtAgent));
        Class<?> work = new ShippedClasses(agent).loadClass("dev.hotpix.bench.TimingOverheadWork");
        work.getMethod("run", int.class).invoke(null, arguments.number("--rounds", 15));
    }
}
