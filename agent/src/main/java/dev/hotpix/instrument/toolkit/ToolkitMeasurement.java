package dev.hotpix.instrument.toolkit;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.hotpix.instrument.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/** What is woven into the JDK's image producers to measure loading and scaling where the pixels are made. */
public final class ToolkitMeasurement {

    /** The class that every image of a file, URL or array is loaded by. */
    public static final String SOURCE = "sun.awt.image.InputStreamImageSource";

    private ToolkitMeasurement() {
    }

    /** The targets by the name of their class, which is one of the boot loader's. */
    public static Map<String, Target> targets() {
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put(SOURCE, type -> type
                .visit(Advice.to(PromiseAdvice.class).on(isConstructor()))
                .visit(Advice.to(FetchAdvice.class).on(named("doFetch"))));
        targets.put("sun.awt.image.ImageDecoder", type -> type
                .visit(Advice.to(DecoderAdvice.Found.class).on(isConstructor()))
                .visit(Advice.to(DecoderAdvice.Sized.class)
                        .on(named("setDimensions").and(takesArguments(int.class, int.class))))
                .visit(Advice.to(DecoderAdvice.Complete.class)
                        .on(named("imageComplete").and(takesArguments(int.class, boolean.class)))));
        targets.put("java.awt.image.ImageFilter", type -> type
                .visit(Advice.to(FilterAdvice.Copied.class).on(named("getFilterInstance")))
                .visit(Advice.to(FilterAdvice.Complete.class).on(named("imageComplete"))));
        targets.put("java.awt.image.ReplicateScaleFilter", type -> type
                .visit(Advice.to(PromiseAdvice.class).on(isConstructor()))
                .visit(Advice.to(FilterAdvice.Pixels.class).on(named("setPixels"))));
        targets.put("java.awt.image.AreaAveragingScaleFilter", type -> type
                .visit(Advice.to(FilterAdvice.Pixels.class).on(named("setPixels"))));
        targets.put("java.awt.image.FilteredImageSource", type -> type
                .visit(Advice.to(FilterAdvice.Production.class).on(namedOneOf("startProduction", "addConsumer"))));
        return targets;
    }
}
