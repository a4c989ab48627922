package dev.hotpix.instrument.decoders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The methods that have been woven, by the number that each was woven with. Grows, but by no method twice. */
final class WovenMethods {

    /** One of them. */
    static final class Woven {
        /** What the table says of it. */
        final DecoderMethod method;

        /** Whether it returns an object: then null is a failure. */
        final boolean returnsObject;

        Woven(DecoderMethod method, boolean returnsObject) {
            this.method = method;
            this.returnsObject = returnsObject;
        }
    }

    private final Map<String, Integer> numbers = new HashMap<>();
    private volatile Woven[] all = {};

    /**
     * The number of a method.
     *
     * @param key its class, name and descriptor
     */
    synchronized int number(String key, DecoderMethod method, boolean returnsObject) {
        return numbers.computeIfAbsent(key, any -> {
            List<Woven> more = new ArrayList<>(List.of(all));
            more.add(new Woven(method, returnsObject));
            all = more.toArray(new Woven[0]);
            return more.size() - 1;
        });
    }

    /** The method of a number that {@link #number} gave. */
    Woven get(int number) {
        return all[number];
    }
}
