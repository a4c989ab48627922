package dev.hotpix.measure;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the line of the application that is answerable for an intercepted call: the first frame
 * above it that is neither the JDK's nor the agent's nor of a library that only passes images on.
 *
 * <p>From the top, a stack looks like this: frames of the agent, the bridge, the intercepted method
 * (it may be the application's own {@code ImageReader}, which is not the caller that is looked for),
 * whatever JDK and libraries have between, the application. Frames of reflection and of hidden
 * classes are not seen.
 */
final class ApplicationFrames {
    /** Further up than this nobody would recognise the cause; and a stack may be of JDK frames only. */
    private static final int DEEPEST = 256;

    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    private final StackWalker walker = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private final Function<Stream<StackFrame>, StackFrame> search = this::search;
    private final ClassLoader agent;
    private final Set<String> bridges;
    private final String[] libraries;

    /**
     * @param agent the loader of the agent's classes
     * @param bridges the names of the classes that intercepted methods call
     * @param libraries what the names of classes to skip begin with
     */
    ApplicationFrames(ClassLoader agent, Set<String> bridges, List<String> libraries) {
        this.agent = agent;
        this.bridges = bridges;
        this.libraries = libraries.toArray(new String[0]);
    }

    /** The frame, or null if the application is not on this stack. */
    StackFrame find() {
        return walker.walk(search);
    }

    /** Some frame, to get ready with. */
    static StackFrame any() {
        return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE).walk(stream -> stream.iterator().next());
    }

    /** The stream fetches frames as they are asked for, a few at a time. */
    private StackFrame search(Stream<StackFrame> stream) {
        Iterator<StackFrame> frames = stream.iterator();
        boolean inAgent = true;
        for (int depth = 0; depth < DEEPEST && frames.hasNext(); depth++) {
            StackFrame frame = frames.next();
            Class<?> type = frame.getDeclaringClass();
            if (inAgent) {
                // The first that is not ours is the intercepted method.
                inAgent = type.getClassLoader() == agent || bridges.contains(type.getName());
            } else if (isApplication(type)) {
                return frame;
            }
        }
        return null;
    }

    private boolean isApplication(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null || loader == PLATFORM || loader == agent) {
            return false;
        }
        for (String library : libraries) {
            if (type.getName().startsWith(library)) {
                return false;
            }
        }
        return true;
    }
}
