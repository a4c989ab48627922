package dev.hotpix.instrument.micrometer;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.hotpix.instrument.Target;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Micrometer's registries: their constructor, for those that come; their children; and the methods by which one that is
 * there already will be used, by a new meter or by a reader.
 */
public final class RegistryTargets {

    private static final ElementMatcher.Junction<MethodDescription> HAS_BODY = not(isStatic()).and(not(isAbstract()));

    private static final Target REGISTRY = type -> type
            .visit(Advice.to(RegistryAdvice.Changed.class)
                    .on(isConstructor().or(HAS_BODY.and(named("close")).and(takesNoArguments()))))
            .visit(Advice.to(RegistryAdvice.Cleared.class).on(HAS_BODY.and(named("clear")).and(takesNoArguments())))
            .visit(Advice.to(RegistryAdvice.Used.class)
                    .on(HAS_BODY.and(namedOneOf("registerMeterIfNecessary", "getMeters", "forEachMeter"))));

    private static final Target COMPOSITE = type ->
            type.visit(Advice.to(RegistryAdvice.Changed.class).on(HAS_BODY.and(namedOneOf("add", "remove"))));

    private static final Target SCRAPED =
            type -> type.visit(Advice.to(RegistryAdvice.Used.class).on(HAS_BODY.and(named("scrape"))));

    private RegistryTargets() {
    }

    /** All targets by class name. */
    public static Map<String, Target> byClassName() {
        Map<String, Target> targets = new HashMap<>();
        targets.put(HotpixMeters.className("MeterRegistry"), REGISTRY);
        targets.put(HotpixMeters.className("composite.CompositeMeterRegistry"), COMPOSITE);
        for (String name : HotpixMeters.scrapedRegistries()) {
            targets.put(name, SCRAPED);
        }
        return targets;
    }
}
