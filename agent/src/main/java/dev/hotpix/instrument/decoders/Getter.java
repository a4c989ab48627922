package dev.hotpix.instrument.decoders;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A public method of some name, of whichever class an object has. Found once per class; then asking allocates nothing
 * but what the method does.
 */
final class Getter {

    private static final MethodHandles.Lookup PUBLIC = MethodHandles.publicLookup();
    private static final MethodType NUMBER = MethodType.methodType(long.class, Object.class);
    private static final MethodType NUMBER_OF_TWO = NUMBER.appendParameterTypes(int.class, int.class);
    private static final MethodType OBJECT = MethodType.methodType(Object.class, Object.class);
    private static final MethodHandle NO_NUMBER = none(long.class, 0L, NUMBER);
    private static final MethodHandle NO_NUMBER_OF_TWO = none(long.class, 0L, NUMBER_OF_TWO);
    private static final MethodHandle NO_OBJECT = none(Object.class, null, OBJECT);

    /** Opens packages that their modules do not export, such as that of JavaFX's loaders: to the agent only. */
    private static volatile Consumer<Class<?>> opener = type -> { };

    private final String name;
    private final MethodType type;
    private final MethodHandle none;

    private final ClassValue<MethodHandle> handles = new ClassValue<MethodHandle>() {
        @Override
        protected MethodHandle computeValue(Class<?> of) {
            return find(of);
        }
    };

    private Getter(String name, MethodType type, MethodHandle none) {
        this.name = name;
        this.type = type;
        this.none = none;
    }

    /** A method without arguments that returns a number. */
    static Getter number(String name) {
        return new Getter(name, NUMBER, NO_NUMBER);
    }

    /** A method that takes two {@code int} and returns a number. */
    static Getter numberOfTwo(String name) {
        return new Getter(name, NUMBER_OF_TWO, NO_NUMBER_OF_TWO);
    }

    /** A method without arguments that returns an object. */
    static Getter object(String name) {
        return new Getter(name, OBJECT, NO_OBJECT);
    }

    private static MethodHandle none(Class<?> type, Object value, MethodType of) {
        return MethodHandles.dropArguments(MethodHandles.constant(type, value), 0, of.parameterList());
    }

    /** Sets how a class's package is opened to the agent. */
    static void opener(Consumer<Class<?>> how) {
        opener = how;
    }

    /** What {@link #number} returns, or 0 if there is no such method or it throws. */
    long ask(Object object) {
        try {
            return (long) handles.get(object.getClass()).invokeExact(object);
        } catch (Throwable noAnswer) {
            return 0;
        }
    }

    /** What {@link #numberOfTwo} returns, or 0 if there is no such method or it throws. */
    long ask(Object object, int first, int second) {
        try {
            return (long) handles.get(object.getClass()).invokeExact(object, first, second);
        } catch (Throwable noAnswer) {
            return 0;
        }
    }

    /** What {@link #object} returns, or null if there is no such method or it throws. */
    Object askObject(Object object) {
        try {
            return (Object) handles.get(object.getClass()).invokeExact(object);
        } catch (Throwable noAnswer) {
            return null;
        }
    }

    /** Whether objects of a class can be asked. */
    boolean suits(Class<?> of) {
        return handles.get(of) != none;
    }

    private MethodHandle find(Class<?> of) {
        List<Class<?>> all = typesOf(of, new ArrayList<>());
        MethodHandle found = find(all);
        if (found == null) {
            all.forEach(opener);
            found = find(all);
        }
        return found == null ? none : found;
    }

    private MethodHandle find(List<Class<?>> all) {
        Class<?>[] parameters = type.dropParameterTypes(0, 1).parameterArray();
        for (Class<?> declaring : all) {
            try {
                return lookup(declaring).unreflect(declaring.getMethod(name, parameters)).asType(type);
            } catch (ReflectiveOperationException | LinkageError | RuntimeException notHere) {
                // The next one may be accessible.
            }
        }
        return null;
    }

    /** Of a class that is not public, or not exported, its methods can be had where the package is open to us. */
    private static MethodHandles.Lookup lookup(Class<?> declaring) throws IllegalAccessException {
        boolean seen = Modifier.isPublic(declaring.getModifiers())
                && declaring.getModule().isExported(declaring.getPackageName());
        return seen ? PUBLIC : MethodHandles.privateLookupIn(declaring, MethodHandles.lookup());
    }

    /** The class and those above it: the class that an API returns often is not public, but what it implements is. */
    private static List<Class<?>> typesOf(Class<?> of, List<Class<?>> found) {
        for (Class<?> type = of; type != null && type != Object.class; type = type.getSuperclass()) {
            found.add(type);
            for (Class<?> each : type.getInterfaces()) {
                typesOf(each, found);
            }
        }
        return found;
    }
}
