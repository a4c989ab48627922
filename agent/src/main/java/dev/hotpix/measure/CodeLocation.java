package dev.hotpix.measure;

import java.lang.StackWalker.StackFrame;

/**
 * An instruction of the application, as a key: finding its line number takes longer than all else of
 * a walk, and is done once for each of these. Holds no class, lest an application that is undeployed
 * could not be collected.
 */
final class CodeLocation {
    private final Operation operation;
    private final String className;
    private final String methodName;
    private final String descriptor;
    private final int bytecodeIndex;
    /** Tells apart classes of one name, as after a redeployment: their lines may differ. */
    private final int classIdentity;

    CodeLocation(Operation operation, StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        this.operation = operation;
        className = type.getName();
        methodName = frame.getMethodName();
        descriptor = frame.getDescriptor();
        bytecodeIndex = frame.getByteCodeIndex();
        classIdentity = System.identityHashCode(type);
    }

    /** Class, method, file and line as in a stack trace, without module and loader. */
    static String label(StackFrame frame) {
        StackTraceElement element = frame.toStackTraceElement();
        String file = element.getFileName();
        int line = element.getLineNumber();
        return element.getClassName() + "." + element.getMethodName() + "("
                + (file == null ? "Unknown Source" : line < 0 ? file : file + ":" + line) + ")";
    }

    @Override
    public boolean equals(Object object) {
        if (!(object instanceof CodeLocation)) {
            return false;
        }
        CodeLocation other = (CodeLocation) object;
        return bytecodeIndex == other.bytecodeIndex && classIdentity == other.classIdentity
                && operation == other.operation && className.equals(other.className)
                && methodName.equals(other.methodName) && descriptor.equals(other.descriptor);
    }

    @Override
    public int hashCode() {
        int hash = className.hashCode() * 31 + methodName.hashCode();
        hash = hash * 31 + descriptor.hashCode();
        // Not the enum's own hash, which differs from run to run for no gain.
        hash = hash * 31 + operation.ordinal();
        return (hash * 31 + bytecodeIndex) * 31 + classIdentity;
    }
}
