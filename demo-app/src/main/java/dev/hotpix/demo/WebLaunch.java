package dev.hotpix.demo;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/** Starts the web application, of which this class, and the race beside it, otherwise know nothing. */
final class WebLaunch {

    private static final int NEEDED_JAVA = 17;
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

    private WebLaunch() {}

    /** Without a command too. */
    static boolean isMeant(List<String> args) {
        return args.isEmpty() || args.get(0).equals("web") && !args.contains("--help");
    }

    /** @return false if the words were wrong, which was told */
    static boolean start(List<String> args, PrintStream err) {
        List<String> options = args.isEmpty() ? args : args.subList(1, args.size());
        String mistake = mistake(options, Runtime.version().feature());
        if (mistake != null) {
            err.println(mistake);
            err.println(Main.USAGE);
            return false;
        }
        try {
            Class.forName(LAUNCHER).getMethod("main", String[].class)
                    .invoke(null, (Object) options.toArray(new String[0]));
            return true;
        } catch (InvocationTargetException e) {
            // Spring Boot has said why, in more words.
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("run from the jar that mvn package makes", e);
        }
    }

    /** What is wrong, or null. */
    static String mistake(List<String> options, int java) {
        if (java < NEEDED_JAVA) {
            return "The web application needs Java " + NEEDED_JAVA + " or later; this is Java " + java + ".";
        }
        for (int i = 0; i < options.size(); i += 2) {
            String option = options.get(i);
            if (!option.equals("--port") && !option.equals("--host")) {
                return "Unknown option: " + option;
            }
            if (i + 1 == options.size()) {
                return option + " needs a value.";
            }
            if (option.equals("--port") && !options.get(i + 1).matches("\\d{1,5}")) {
                return "--port needs a number, not: " + options.get(i + 1);
            }
        }
        return null;
    }
}
