package dev.hotpix.instrument.jpegreader;

import static net.bytebuddy.matcher.ElementMatchers.hasDescriptor;
import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.hotpix.instrument.Target;
import dev.hotpix.instrument.imageio.ImageIoTarget;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.dynamic.DynamicType;

/** The JDK's own JPEG reader: timed like every reader, and its one native decode call goes through the bridge. */
public final class JpegReaderTarget implements Target {

    /** Class name of the JDK's reader. */
    public static final String CLASS = "com.sun.imageio.plugins.jpeg.JPEGImageReader";

    private volatile int replacedCalls;

    @Override
    public DynamicType.Builder<?> weave(DynamicType.Builder<?> type) {
        replacedCalls = 0;
        return ImageIoTarget.IMAGE_READER.weave(type)
                .visit(Advice.to(InputReadAdvice.class).on(named("readInputData")))
                .visit(Advice.to(InputSkipAdvice.class).on(named("skipInputBytes")))
                .visit(new AsmVisitorWrapper.ForDeclaredMethods().method(
                        named(ProfileCheckCall.ENCLOSING_METHOD), new ProfileCheckCall()))
                .visit(new AsmVisitorWrapper.ForDeclaredMethods().method(
                named(ReadImageCall.ENCLOSING_METHOD).and(hasDescriptor(ReadImageCall.ENCLOSING_DESCRIPTOR)),
                new ReadImageCall(calls -> replacedCalls += calls)));
    }

    /** Whether exactly one decode call was found and replaced: otherwise this JDK is not one that we know. */
    @Override
    public boolean took() {
        return replacedCalls == 1;
    }
}
