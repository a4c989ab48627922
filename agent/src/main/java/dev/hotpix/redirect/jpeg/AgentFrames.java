package dev.hotpix.redirect.jpeg;

import java.util.ArrayList;
import java.util.List;

/** Our own frames in the stack traces of exceptions that are the application's or the JDK's. */
public final class AgentFrames {

    private static final String[] OURS = {"dev.hotpix.redirect.", "dev.hotpix.codec.", "dev.hotpix.instrument."};

    private AgentFrames() {
    }

    /** Takes them out; the bridge's one stays. */
    public static void hide(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        List<StackTraceElement> others = new ArrayList<>(frames.length);
        for (StackTraceElement frame : frames) {
            if (!isOurs(frame.getClassName())) {
                others.add(frame);
            }
        }
        if (others.size() < frames.length) {
            thrown.setStackTrace(others.toArray(new StackTraceElement[0]));
        }
    }

    private static boolean isOurs(String className) {
        for (String prefix : OURS) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
