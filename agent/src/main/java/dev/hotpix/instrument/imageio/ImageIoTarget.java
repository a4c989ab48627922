package dev.hotpix.instrument.imageio;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isNative;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.hotpix.instrument.Target;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** The public read and write methods of {@code javax.imageio}. */
public final class ImageIoTarget {

    private static final ElementMatcher.Junction<MethodDescription> HAS_BODY =
            isPublic().and(not(isStatic())).and(not(isAbstract())).and(not(isNative()));

    /** {@code javax.imageio.ImageIO}: its static {@code read} and {@code write} overloads. */
    public static final Target IMAGE_IO = type -> type
            .visit(Advice.to(DecodeAdvice.class).on(isPublic().and(isStatic()).and(named("read"))))
            .visit(Advice.to(StaticEncodeAdvice.class)
                    .on(isPublic().and(isStatic()).and(named("write")).and(returns(boolean.class))));

    /** {@code ImageReader} subclasses of any origin: the read methods that they have themselves. */
    public static final Target IMAGE_READER = type -> type
            .visit(Advice.to(DecodeAdvice.class)
                    .on(HAS_BODY.and(namedOneOf("read", "readAll", "readRaster", "readTile"))))
            // Last, which is innermost: the decode still runs when this tells of it.
            .visit(Advice.to(ReadAdvice.class)
                    .on(HAS_BODY.and(named("read")).and(takesArguments(2)).and(takesArgument(0, int.class))));

    /** {@code ImageReader} itself: its read methods, and the constructor that shows us every reader class. */
    public static final Target IMAGE_READER_BASE = type ->
            IMAGE_READER.weave(type).visit(Advice.to(PluginConstructorAdvice.class).on(isConstructor()));

    /** {@code ImageWriter} subclasses of any origin: the write methods that they have themselves. */
    public static final Target IMAGE_WRITER = type -> type
            .visit(Advice.to(EncodeAdvice.class).on(HAS_BODY.and(named("write")).and(takesArguments(1))))
            .visit(Advice.to(EncodeAdvice.WithMetadata.class).on(HAS_BODY.and(named("write")).and(takesArguments(3))));

    /** {@code ImageWriter} itself: its write methods, and the constructor that shows us every writer class. */
    public static final Target IMAGE_WRITER_BASE = type ->
            IMAGE_WRITER.weave(type).visit(Advice.to(PluginConstructorAdvice.class).on(isConstructor()));

    private ImageIoTarget() {
    }
}
