package dev.hotpix.instrument.jpegwriter;

import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.hotpix.instrument.Target;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.dynamic.DynamicType;

/** The JDK's own JPEG writer: its one native encode call goes through the bridge. */
public final class JpegWriterTarget implements Target {

    /** Class name of the JDK's writer. */
    public static final String CLASS = "com.sun.imageio.plugins.jpeg.JPEGImageWriter";

    private volatile int replacedCalls;

    @Override
    public DynamicType.Builder<?> weave(DynamicType.Builder<?> type) {
        replacedCalls = 0;
        return type.visit(new AsmVisitorWrapper.ForDeclaredMethods().method(
                named(WriteImageCall.ENCLOSING_METHOD), new WriteImageCall(calls -> replacedCalls += calls)));
    }

    /** Whether exactly one encode call was found and replaced: otherwise this JDK is not one that we know. */
    @Override
    public boolean took() {
        return replacedCalls == 1;
    }
}
