package dev.hotpix.instrument;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Puts a Java method around each static native method of some names, when their class is loaded: a native method has no
 * code that could be woven. The Java method takes the name and the signature. The native one stays beside it, private,
 * with the same name and parameters and another return type, which is no part of the symbol that the JVM looks for in
 * the library: so it is found without a prefix. {@code Object} stands for a class, {@code byte} for {@code boolean} and
 * {@code int}, which is thrown away, for {@code void}; other methods are left as they are.
 *
 * <p>Not for libraries that register their methods themselves, by signature.
 *
 * <p>A class file is taken apart here by hand: the class is loaded before Byte Buddy is. Formats: JVMS 17, chapter 4.
 */
public final class NativeWrappers {

    private static final int MAGIC = 0xcafebabe;
    private static final int CONSTANTS_BEGIN = 8;
    private static final int MOST_CONSTANTS = 0xffff;

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;

    private static final int PUBLIC_OR_PROTECTED = 0x0005;
    private static final int PRIVATE = 0x0002;
    private static final int STATIC = 0x0008;
    private static final int NATIVE = 0x0100;
    private static final int SYNTHETIC = 0x1000;

    private static final int INVOKE_STATIC = 0xb8;
    private static final int CHECK_CAST = 0xc0;
    private static final int POP = 0x57;
    private static final int RETURN = 0xb1;
    private static final int INT_RETURN = 0xac;
    private static final int REFERENCE_RETURN = 0xb0;

    private final byte[] bytes;
    private final ByteBuffer in;
    private final Set<String> names;
    private final ByteArrayOutputStream moreConstants = new ByteArrayOutputStream();
    private final DataOutputStream constants = new DataOutputStream(moreConstants);
    private final int[] constantAt;
    private int constantCount;
    private int codeName;

    private NativeWrappers(byte[] bytes, Set<String> names) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes);
        this.names = names;
        in.position(CONSTANTS_BEGIN);
        constantCount = next2();
        constantAt = new int[constantCount];
    }

    /**
     * The class with those methods, or null if it is to stay as it is: nothing to do, or nothing that is understood.
     *
     * @param classFile the class as it is
     * @param names the names of native methods
     */
    public static byte[] wrap(byte[] classFile, Set<String> names) {
        try {
            return new NativeWrappers(classFile, names).wrapped();
        } catch (IOException | RuntimeException notUnderstood) {
            return null;
        }
    }

    private byte[] wrapped() throws IOException {
        if (in.getInt(0) != MAGIC) {
            return null;
        }
        skipConstants();
        int constantsEnd = in.position();
        in.getShort();
        int thisClass = next2();
        in.getShort();
        in.position(in.position() + 2 + 2 * in.getShort(in.position()));
        skipMembers();
        int methodsBegin = in.position();
        ByteArrayOutputStream methods = new ByteArrayOutputStream();
        int more = copyMethods(thisClass, new DataOutputStream(methods));
        if (more == 0 || constantCount > MOST_CONSTANTS) {
            return null;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length + moreConstants.size() + methods.size());
        DataOutputStream out = new DataOutputStream(all);
        out.write(bytes, 0, CONSTANTS_BEGIN);
        out.writeShort(constantCount);
        out.write(bytes, CONSTANTS_BEGIN + 2, constantsEnd - CONSTANTS_BEGIN - 2);
        moreConstants.writeTo(out);
        out.write(bytes, constantsEnd, methodsBegin - constantsEnd);
        out.writeShort((in.getShort(methodsBegin) & 0xffff) + more);
        methods.writeTo(out);
        out.write(bytes, in.position(), bytes.length - in.position());
        return all.toByteArray();
    }

    private int next2() {
        return in.getShort() & 0xffff;
    }

    private void skip(long count) {
        in.position(Math.toIntExact(in.position() + count));
    }

    private void skipConstants() {
        for (int i = 1; i < constantAt.length; i++) {
            constantAt[i] = in.position();
            int tag = in.get();
            switch (tag) {
                case UTF8:
                    skip(next2());
                    break;
                case CLASS:
                case 8:
                case 16:
                case 19:
                case 20:
                    skip(2);
                    break;
                case 15:
                    skip(3);
                    break;
                case 5:
                case 6:
                    skip(8);
                    // These take two numbers.
                    i++;
                    break;
                default:
                    if (tag < 3 || tag > 18) {
                        throw new IllegalArgumentException("constant " + tag);
                    }
                    skip(4);
            }
        }
    }

    private void skipMembers() {
        for (int left = next2(); left > 0; left--) {
            skip(6);
            skipAttributes();
        }
    }

    private void skipAttributes() {
        for (int left = next2(); left > 0; left--) {
            skip(2);
            skip(in.getInt() & 0xffffffffL);
        }
    }

    private String text(int constant) {
        int at = constantAt[constant];
        // Names of methods and types in question are plain ASCII.
        return new String(bytes, at + 3, in.getShort(at + 1) & 0xffff, StandardCharsets.ISO_8859_1);
    }

    /** Copies all methods and adds those around native ones; returns how many. */
    private int copyMethods(int thisClass, DataOutputStream out) throws IOException {
        int more = 0;
        for (int left = next2(); left > 0; left--) {
            int begin = in.position();
            int access = next2();
            int name = next2();
            int descriptor = next2();
            int attributes = in.position();
            skipAttributes();
            boolean wanted = (access & (NATIVE | STATIC)) == (NATIVE | STATIC) && names.contains(text(name));
            String inner = wanted ? innerDescriptor(text(descriptor)) : null;
            if (inner == null) {
                out.write(bytes, begin, in.position() - begin);
                continue;
            }
            int innerType = addText(inner);
            out.writeShort(access & ~PUBLIC_OR_PROTECTED | PRIVATE | SYNTHETIC);
            out.writeShort(name);
            out.writeShort(innerType);
            out.writeShort(0);
            // What is said of the method, in annotations and the like, is said of the one that is seen.
            out.writeShort(access & ~NATIVE);
            out.writeShort(name);
            out.writeShort(descriptor);
            out.writeShort((in.getShort(attributes) & 0xffff) + 1);
            writeCode(text(descriptor), addMethod(thisClass, name, innerType), out);
            out.write(bytes, attributes + 2, in.position() - attributes - 2);
            more++;
        }
        return more;
    }

    /** The descriptor with another return type, or null if there is none to take its place. */
    private static String innerDescriptor(String descriptor) {
        int end = descriptor.indexOf(')') + 1;
        String parameters = descriptor.substring(0, end);
        switch (descriptor.substring(end)) {
            case "V":
                return parameters + "I";
            case "Z":
                return parameters + "B";
            case "Ljava/lang/Object;":
                return null;
            default:
                return descriptor.charAt(end) == 'L' || descriptor.charAt(end) == '['
                        ? parameters + "Ljava/lang/Object;" : null;
        }
    }

    private int addText(String text) throws IOException {
        constants.writeByte(UTF8);
        constants.writeUTF(text);
        return constantCount++;
    }

    private int addMethod(int owner, int name, int type) throws IOException {
        constants.writeByte(NAME_AND_TYPE);
        constants.writeShort(name);
        constants.writeShort(type);
        constants.writeByte(METHOD);
        constants.writeShort(owner);
        constants.writeShort(constantCount++);
        return constantCount++;
    }

    private int addClass(String name) throws IOException {
        int text = addText(name);
        constants.writeByte(CLASS);
        constants.writeShort(text);
        return constantCount++;
    }

    /** An attribute with code that hands its arguments to the native method and returns what that does. */
    private void writeCode(String descriptor, int inner, DataOutputStream out) throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        DataOutputStream code = new DataOutputStream(buffer);
        int slots = loadArguments(descriptor, code);
        code.writeByte(INVOKE_STATIC);
        code.writeShort(inner);
        String type = descriptor.substring(descriptor.indexOf(')') + 1);
        if (type.equals("V")) {
            code.writeByte(POP);
            code.writeByte(RETURN);
        } else if (type.equals("Z")) {
            code.writeByte(INT_RETURN);
        } else {
            code.writeByte(CHECK_CAST);
            code.writeShort(addClass(type.charAt(0) == 'L' ? type.substring(1, type.length() - 1) : type));
            code.writeByte(REFERENCE_RETURN);
        }
        if (codeName == 0) {
            codeName = addText("Code");
        }
        out.writeShort(codeName);
        out.writeInt(12 + buffer.size());
        out.writeShort(Math.max(1, slots));
        out.writeShort(slots);
        out.writeInt(buffer.size());
        buffer.writeTo(out);
        out.writeShort(0);
        out.writeShort(0);
    }

    /** Loads all arguments; returns how many slots they take. */
    private static int loadArguments(String descriptor, DataOutputStream code) throws IOException {
        int slot = 0;
        for (int i = 1; descriptor.charAt(i) != ')'; i++) {
            char type = descriptor.charAt(i);
            code.writeByte(loadOf(type));
            code.writeByte(slot);
            slot += type == 'J' || type == 'D' ? 2 : 1;
            while (descriptor.charAt(i) == '[') {
                i++;
            }
            if (descriptor.charAt(i) == 'L') {
                i = descriptor.indexOf(';', i);
            }
        }
        return slot;
    }

    private static int loadOf(char type) {
        switch (type) {
            case 'J':
                return 0x16;
            case 'F':
                return 0x17;
            case 'D':
                return 0x18;
            case 'L':
            case '[':
                return 0x19;
            default:
                return 0x15;
        }
    }
}
