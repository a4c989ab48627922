package dev.hotpix.instrument.decoders;

import dev.hotpix.instrument.Target;
import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTrackers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is woven into image libraries outside the JDK, and into methods that the user names. */
public final class Decoders {

    private final WovenMethods woven = new WovenMethods();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final DecoderCalls calls;

    /**
     * @param own the methods that the user names, which go before the table's
     * @param withTable false for those of the user only
     * @param opener opens the package of a class to the agent, if it can
     * @param trouble told, in words, of a method of the user's that its class does not have
     */
    public Decoders(
            OperationTrackers trackers, List<OwnMethods.OwnMethod> own, boolean withTable,
            Consumer<Class<?>> opener, Consumer<String> trouble) {
        calls = new DecoderCalls(trackers, woven);
        Getter.opener(opener);
        Map<String, List<DecoderMethod>> methods = new LinkedHashMap<>();
        for (OwnMethods.OwnMethod each : own) {
            methods.computeIfAbsent(each.pattern().className(), any -> new ArrayList<>()).add(method(each));
        }
        if (withTable) {
            DecoderTable.read().byClass().forEach((name, ofTable) ->
                    methods.computeIfAbsent(name, any -> new ArrayList<>()).addAll(ofTable));
        }
        methods.forEach((name, all) -> targets.put(name, new DecoderTarget(name, all, woven, missing -> {
            if (missing.api() == Api.OWN) {
                trouble.accept(missing.pattern() + " is not measured: the class has no such method with a body");
            }
        })));
    }

    /** What is known of such a method is what its signature tells. */
    private static DecoderMethod method(OwnMethods.OwnMethod own) {
        boolean writes = own.operation() == Operation.ENCODE;
        return new DecoderMethod(own.pattern(), own.operation(), Api.OWN, Engine.OTHER, false, own.format(), Place.NONE,
                SizePlaces.image(writes ? Place.FIRST_OBJECT : Place.result()),
                writes ? Place.result() : own.operation() == Operation.DECODE ? Place.FIRST_BYTES : Place.NONE);
    }

    /** The targets by the binary name of their class. */
    public Map<String, Target> targets() {
        return targets;
    }

    /** Where the calls of woven methods are measured. */
    public DecoderCalls calls() {
        return calls;
    }
}
