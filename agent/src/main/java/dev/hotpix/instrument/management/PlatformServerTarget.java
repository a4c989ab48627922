package dev.hotpix.instrument.management;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.hotpix.instrument.Target;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.DynamicType;

/** {@code ManagementFactory.getPlatformMBeanServer()}, by which everyone gets the server, and the first one makes it. */
public final class PlatformServerTarget implements Target {

    @Override
    public DynamicType.Builder<?> weave(DynamicType.Builder<?> type) {
        return type.visit(Advice.to(PlatformServerAdvice.class)
                .on(named("getPlatformMBeanServer").and(takesNoArguments())));
    }
}
