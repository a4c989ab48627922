package dev.hotpix.instrument;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shape of wrapped classes. That their native methods are found is seen with a real one: ImageLibrariesIT. */
class NativeWrappersTest {

    private static final Set<String> NAMES = Set.of("read", "write", "resize", "size", "same", "instance", "java");

    /** Native methods without a library. */
    @SuppressWarnings("unused")
    static class Natives {

        /** Several constants of two slots. */
        static final double[] NUMBERS = {1.25, 2.5e300};
        static final long[] LONGS = {1L << 40, 1L << 50};

        @Deprecated
        public static native String read(String name, long position, double scale, int[][] numbers) throws IOException;

        public static native String[] read(float scale);

        static native boolean write(byte[] bytes, char c);

        protected static native void resize();

        static native int size();

        static native Object same();

        native String instance();

        static native String other();

        static String java() {
            return "java";
        }
    }

    private static byte[] classFile() throws IOException {
        try (InputStream in = Natives.class.getResourceAsStream("NativeWrappersTest$Natives.class")) {
            return in.readAllBytes();
        }
    }

    private static Class<?> define(byte[] bytes) {
        return new ClassLoader(NativeWrappersTest.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(Natives.class.getName(), bytes, 0, bytes.length);
            }
        }.define();
    }

    private static Method[] named(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods()).filter(method -> method.getName().equals(name))
                .toArray(Method[]::new);
    }

    @Test
    void wrappersTakeTheirPlaces() throws ReflectiveOperationException, IOException {
        Class<?> wrapped = define(NativeWrappers.wrap(classFile(), NAMES));
        Method read = wrapped.getMethod("read", String.class, long.class, double.class, int[][].class);
        assertEquals(String.class, read.getReturnType());
        assertEquals(Modifier.PUBLIC | Modifier.STATIC, read.getModifiers());
        assertTrue(read.isAnnotationPresent(Deprecated.class));
        assertArrayEquals(new Class<?>[] {IOException.class}, read.getExceptionTypes());
        assertEquals(4, named(wrapped, "read").length);
        for (String name : new String[] {"read", "write", "resize"}) {
            for (Method method : named(wrapped, name)) {
                assertEquals(Modifier.isNative(method.getModifiers()), method.isSynthetic());
                assertEquals(Modifier.isNative(method.getModifiers()), Modifier.isPrivate(method.getModifiers()));
            }
        }
        Method java = named(wrapped, "java")[0];
        java.setAccessible(true);
        assertEquals("java", java.invoke(null));
    }

    /** Verified and linked: what is missing is the library, and it is the native method that asks for it. */
    @Test
    void wrappersCallTheNativeMethods() throws IOException {
        Class<?> wrapped = define(NativeWrappers.wrap(classFile(), NAMES));
        checkCall(wrapped, "read", new Object[] {"a", 1L, 2.0, new int[1][1]}, "java.lang.Object");
        checkCall(wrapped, "write", new Object[] {new byte[1], 'c'}, "byte");
        checkCall(wrapped, "resize", new Object[0], "int");
    }

    private static void checkCall(Class<?> wrapped, String name, Object[] arguments, String type) {
        Method method = Arrays.stream(named(wrapped, name))
                .filter(each -> !each.isSynthetic() && each.getParameterCount() == arguments.length)
                .findFirst().orElseThrow();
        method.setAccessible(true);
        Throwable thrown =
                assertThrows(InvocationTargetException.class, () -> method.invoke(null, arguments)).getCause();
        assertEquals(UnsatisfiedLinkError.class, thrown.getClass());
        assertTrue(thrown.getMessage().contains(type + " ") && thrown.getMessage().contains("." + name + "("),
                thrown::getMessage);
    }

    @Test
    void othersStayAsTheyAre() throws IOException {
        Class<?> wrapped = define(NativeWrappers.wrap(classFile(), NAMES));
        for (String name : new String[] {"size", "same", "instance", "other"}) {
            assertEquals(1, named(wrapped, name).length, name);
            assertTrue(Modifier.isNative(named(wrapped, name)[0].getModifiers()), name);
        }
        assertFalse(Modifier.isNative(named(wrapped, "java")[0].getModifiers()));
        assertNull(NativeWrappers.wrap(classFile(), Set.of("size", "java", "nothing")));
    }

    @Test
    void whatIsNoClassFileStaysAsItIs() throws IOException {
        byte[] whole = classFile();
        assertNull(NativeWrappers.wrap(new byte[100], NAMES));
        for (int length = 0; length < 200; length++) {
            assertNull(NativeWrappers.wrap(Arrays.copyOf(whole, length), NAMES));
        }
        assertNotNull(NativeWrappers.wrap(whole, NAMES));
    }
}
