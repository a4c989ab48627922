package dev.hotpix.instrument.imageio;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isNative;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;

import dev.hotpix.instrument.Target;
import net.bytebuddy.asm.Advice;

/** The public read methods of {@code javax.imageio}. */
public final class ImageIoTarget {

    /** {@code javax.imageio.ImageIO}: its static {@code read} overloads. */
    public static final Target IMAGE_IO = type ->
            type.visit(Advice.to(DecodeAdvice.class).on(isPublic().and(isStatic()).and(named("read"))));

    /** {@code ImageReader} subclasses of any origin: the read methods that they have themselves. */
    public static final Target IMAGE_READER = type ->
            type.visit(Advice.to(DecodeAdvice.class).on(isPublic().and(not(isStatic())).and(not(isAbstract()))
                    .and(not(isNative())).and(namedOneOf("read", "readAll", "readRaster", "readTile"))));

    /** {@code ImageReader} itself: its read methods, and the constructor that shows us every reader class. */
    public static final Target IMAGE_READER_BASE = type ->
            IMAGE_READER.weave(type).visit(Advice.to(ReaderConstructorAdvice.class).on(isConstructor()));

    private ImageIoTarget() {
    }
}
