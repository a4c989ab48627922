package dev.hotpix.instrument.waste;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.hotpix.instrument.Target;
import java.awt.geom.AffineTransform;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** What is woven into the JDK's classes to see how images are used. */
public final class WasteTargets {

    private static final String BUFFERED_IMAGE = "java.awt.image.BufferedImage";

    private static final int COPY_ARGUMENTS = 9;
    private static final int SCALE_ARGUMENTS = 12;
    private static final int TRANSFORM_ARGUMENTS = 9;
    private static final int RECTANGLE_OF_SAMPLES_ARGUMENTS = 7;

    private WasteTargets() {
    }

    /** The targets by the name of their class, which is one of the boot loader's. */
    public static Map<String, Target> targets() {
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put("sun.java2d.pipe.DrawImage", type -> type
                .visit(Advice.to(UseAdvice.Copy.class)
                        .on(named("renderImageCopy").and(takesArguments(COPY_ARGUMENTS))))
                .visit(Advice.to(UseAdvice.Scale.class)
                        .on(named("renderImageScale").and(takesArguments(SCALE_ARGUMENTS))))
                .visit(Advice.to(UseAdvice.Transform.class)
                        .on(named("renderImageXform").and(takesArguments(TRANSFORM_ARGUMENTS))
                                .and(takesArgument(2, AffineTransform.class)))));
        targets.put("java.awt.Image", type -> type
                .visit(Advice.to(UseAdvice.ScaledInstance.class).on(named("getScaledInstance"))));
        targets.put("java.awt.image.AffineTransformOp", type -> type
                .visit(Advice.to(UseAdvice.Affine.class).on(filter())));
        targets.put("java.awt.image.ColorConvertOp", type -> type
                .visit(Advice.to(UseAdvice.Filter.class).on(filter())));
        targets.put(BUFFERED_IMAGE, type -> type
                .visit(Advice.to(UseAdvice.Part.class).on(isPublic().and(named("getSubimage"))))
                .visit(Advice.to(UseAdvice.Samples.class).on(isPublic().and(named("getData")
                        .or(named("getRGB").and(takesArguments(RECTANGLE_OF_SAMPLES_ARGUMENTS)))))));
        return targets;
    }

    private static ElementMatcher.Junction<MethodDescription> filter() {
        return isPublic().and(named("filter")).and(takesArguments(2)).and(takesArgument(0, named(BUFFERED_IMAGE)));
    }
}
