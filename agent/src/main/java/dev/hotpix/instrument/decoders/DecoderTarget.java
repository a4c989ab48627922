package dev.hotpix.instrument.decoders;

import dev.hotpix.instrument.Target;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.bytecode.constant.DefaultValue;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import net.bytebuddy.matcher.ElementMatcher;

/** The methods of one class that the table names. */
final class DecoderTarget implements Target {

    private static final TypeDescription OBJECT = TypeDescription.ForLoadedType.of(Object.class);
    private static final Set<String> BYTES = Set.of("byte[]", "java.nio.ByteBuffer");
    private static final TypeDescription INT = TypeDescription.ForLoadedType.of(int.class);

    private final String className;
    private final List<DecoderMethod> methods;
    private final Set<String> names = new HashSet<>();
    private final WovenMethods woven;
    private final Consumer<DecoderMethod> missing;

    /**
     * @param methods in the order in which they are to be tried
     * @param missing told of a line of which the class has no method that could be woven
     */
    DecoderTarget(
            String className, List<DecoderMethod> methods, WovenMethods woven, Consumer<DecoderMethod> missing) {
        this.className = className;
        this.methods = methods;
        this.woven = woven;
        this.missing = missing;
        methods.forEach(method -> names.add(method.pattern().methodName()));
    }

    @Override
    public DynamicType.Builder<?> weave(DynamicType.Builder<?> type) {
        Set<DecoderMethod> found = new HashSet<>();
        for (MethodDescription method : type.toTypeDescription().getDeclaredMethods()) {
            found.add(of(method));
        }
        for (DecoderMethod method : methods) {
            if (!found.contains(method)) {
                missing.accept(method);
            }
        }
        ElementMatcher<MethodDescription> inTable = method -> of(method) != null;
        return type.visit(advice().on(inTable));
    }

    private Advice advice() {
        return Advice.withCustomMapping()
                .bind(new Factory<>(DecoderAdvice.Method.class, this::number))
                .bind(value(DecoderAdvice.Input.class, method -> method.isReading() ? method.bytes() : Place.NONE))
                .bind(value(DecoderAdvice.Image.class, method -> method.size().image()))
                .bind(value(DecoderAdvice.Other.class, method -> method.size().other()))
                .bind(value(DecoderAdvice.Output.class, method -> method.isReading() ? Place.NONE : method.bytes()))
                .bind(value(DecoderAdvice.Name.class, DecoderMethod::name))
                .bind(number(DecoderAdvice.First.class, method -> method.size().first()))
                .bind(number(DecoderAdvice.Second.class, method -> method.size().second()))
                .to(DecoderAdvice.class);
    }

    /** The line that a method falls under, or null. */
    private DecoderMethod of(MethodDescription method) {
        // The name first: some of these classes have a thousand methods.
        if (!names.contains(method.getName()) || method.isAbstract() || method.isNative()) {
            return null;
        }
        List<String> types = types(method);
        for (DecoderMethod each : methods) {
            if (each.pattern().matches(method.getName(), types)) {
                return each;
            }
        }
        return null;
    }

    private static List<String> types(MethodDescription method) {
        List<String> types = new ArrayList<>();
        for (TypeDescription type : method.getParameters().asTypeList().asErasures()) {
            // A nested class is called as in source, too.
            types.add(type.getActualName().replace('$', '.'));
        }
        return types;
    }

    private Advice.OffsetMapping.Target number(MethodDescription method, Advice.ArgumentHandler arguments) {
        int number = woven.number(className + "#" + method.getName() + method.getDescriptor(), of(method),
                !method.getReturnType().isPrimitive() && !method.getReturnType().represents(void.class));
        return new Advice.OffsetMapping.Target.ForStackManipulation(IntegerConstant.forValue(number));
    }

    private <T extends Annotation> Advice.OffsetMapping.Factory<T> value(
            Class<T> annotation, Function<DecoderMethod, Place> place) {
        return new Factory<>(annotation,
                (method, arguments) -> load(place.apply(of(method)), method, arguments, OBJECT));
    }

    private <T extends Annotation> Advice.OffsetMapping.Factory<T> number(
            Class<T> annotation, Function<DecoderMethod, Place> place) {
        return new Factory<>(annotation,
                (method, arguments) -> load(place.apply(of(method)), method, arguments, INT));
    }

    /** The value at a place, or null or 0 if the method has nothing of that type there. */
    private static Advice.OffsetMapping.Target load(
            Place place, MethodDescription method, Advice.ArgumentHandler arguments, TypeDescription type) {
        boolean object = type.equals(OBJECT);
        if (place.isThis() && object && !method.isStatic()) {
            return new Advice.OffsetMapping.Target.ForVariable.ReadOnly(OBJECT, arguments.argument(0));
        }
        if (place.isResult() && object && !method.getReturnType().isPrimitive()) {
            return new Advice.OffsetMapping.Target.ForVariable.ReadOnly(OBJECT, arguments.returned());
        }
        ParameterDescription parameter = parameter(place, method);
        if (parameter != null) {
            TypeDescription found = parameter.getType().asErasure();
            if (object ? !found.isPrimitive() : found.equals(INT)) {
                return new Advice.OffsetMapping.Target.ForVariable.ReadOnly(
                        type, arguments.argument(parameter.getOffset()));
            }
        }
        return new Advice.OffsetMapping.Target.ForStackManipulation(DefaultValue.of(type));
    }

    private static ParameterDescription parameter(Place place, MethodDescription method) {
        if (place.isArgument()) {
            boolean there = place.argument() < method.getParameters().size();
            return there ? method.getParameters().get(place.argument()) : null;
        }
        for (ParameterDescription parameter : method.getParameters()) {
            TypeDescription type = parameter.getType().asErasure();
            if (place == Place.FIRST_OBJECT && !type.isPrimitive()
                    || place == Place.FIRST_BYTES && BYTES.contains(type.getActualName())) {
                return parameter;
            }
        }
        return null;
    }

    /** Binds the parameters of the advice that carry one annotation. */
    private static final class Factory<T extends Annotation> implements Advice.OffsetMapping.Factory<T> {

        private final Class<T> annotation;
        private final BiFunction<MethodDescription, Advice.ArgumentHandler, Advice.OffsetMapping.Target> value;

        Factory(
                Class<T> annotation,
                BiFunction<MethodDescription, Advice.ArgumentHandler, Advice.OffsetMapping.Target> value) {
            this.annotation = annotation;
            this.value = value;
        }

        @Override
        public Class<T> getAnnotationType() {
            return annotation;
        }

        @Override
        public Advice.OffsetMapping make(
                ParameterDescription.InDefinedShape target, AnnotationDescription.Loadable<T> loaded,
                AdviceType adviceType) {
            return (type, method, assigner, arguments, sort) -> value.apply(method, arguments);
        }
    }
}
