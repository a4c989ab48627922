package dev.hotpix.instrument.decoders;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Inlined into the methods of the table. What each parameter is bound to is the table's: see {@link DecoderTarget}. */
final class DecoderAdvice {

    private DecoderAdvice() {
    }

    /** The number of the woven method. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Method {
    }

    /** What is read. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Input {
    }

    /** What tells the size, or the width. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Image {
    }

    /** What tells the height. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Other {
    }

    /** What is written. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Output {
    }

    /** The name of a file or a format. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Name {
    }

    /** The first of two numbers that tell the size. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface First {
    }

    /** The second of them. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Second {
    }

    @Advice.OnMethodEnter
    static long enter(@Method int method, @Input Object input) {
        return HotpixDecoders.enter(method, input);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.Enter long token,
            @Method int method,
            @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object result,
            @Image Object image,
            @Other Object other,
            @Output Object output,
            @Name Object name,
            @First int first,
            @Second int second,
            @Advice.Thrown Throwable thrown) {
        HotpixDecoders.exit(token, method, result, image, other, output, name, first, second, thrown);
    }
}
