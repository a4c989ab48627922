package dev.hotpix.instrument.java2d;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.hotpix.instrument.Target;
import java.awt.geom.AffineTransform;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/** What is woven into the JDK's drawing and filtering code to measure it. */
public final class Java2dMeasurement {

    /** The class that every {@code Graphics2D.drawImage} to an image or through the software loops passes. */
    public static final String DRAW_IMAGE = "sun.java2d.pipe.DrawImage";

    private static final int SCALE_ARGUMENTS = 12;
    private static final int TRANSFORM_ARGUMENTS = 9;

    private Java2dMeasurement() {
    }

    /** The targets by the name of their class, which is one of the boot loader's. */
    public static Map<String, Target> targets() {
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put(DRAW_IMAGE, type -> type
                .visit(Advice.to(DrawAdvice.Scale.class)
                        .on(named("renderImageScale").and(takesArguments(SCALE_ARGUMENTS))))
                .visit(Advice.to(DrawAdvice.Transform.class)
                        .on(named("renderImageXform").and(takesArguments(TRANSFORM_ARGUMENTS))
                                .and(takesArgument(2, AffineTransform.class)))));
        targets.put("java.awt.image.AffineTransformOp", type -> type
                .visit(Advice.to(AffineAdvice.class).on(isPublic().and(named("filter")))));
        targets.put("java.awt.image.ColorConvertOp", type -> type
                .visit(Advice.to(ConvertAdvice.class).on(isPublic().and(named("filter")))));
        return targets;
    }
}
