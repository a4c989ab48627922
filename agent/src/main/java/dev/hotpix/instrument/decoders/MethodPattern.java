package dev.hotpix.instrument.decoders;

import java.util.List;

/** A method, or several of one name, of a class. Knows no Byte Buddy, since it is needed before that is loaded. */
public final class MethodPattern {

    private static final String REST = "...";

    private final String className;
    private final String methodName;
    private final List<String> parameters;

    /**
     * @param className the binary name
     * @param parameters what the parameter types are called in source, or the ends of that; {@code ...} as the last
     *     stands for any more; null for any at all
     */
    MethodPattern(String className, String methodName, List<String> parameters) {
        this.className = className;
        this.methodName = methodName;
        this.parameters = parameters;
    }

    /** The binary name of the class. */
    public String className() {
        return className;
    }

    String methodName() {
        return methodName;
    }

    /**
     * Whether a method of the class is meant.
     *
     * @param types its parameters, as in source with binary names: {@code java.lang.String}, {@code byte[]}
     */
    boolean matches(String name, List<String> types) {
        if (!name.equals(methodName)) {
            return false;
        }
        if (parameters == null) {
            return true;
        }
        boolean open = !parameters.isEmpty() && parameters.get(parameters.size() - 1).equals(REST);
        int fixed = open ? parameters.size() - 1 : parameters.size();
        if (types.size() < fixed || types.size() > fixed && !open) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!isSame(parameters.get(i), types.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The end of a name is enough: that is what is seen in source. */
    private static boolean isSame(String pattern, String type) {
        return type.equals(pattern) || type.endsWith("." + pattern);
    }

    @Override
    public String toString() {
        return className + "#" + methodName
                + (parameters == null ? "" : "(" + String.join(",", parameters) + ")");
    }
}
