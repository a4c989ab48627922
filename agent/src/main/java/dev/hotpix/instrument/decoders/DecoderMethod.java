package dev.hotpix.instrument.decoders;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Operation;

/** One line of the table: which methods, what they do, and where what is known of an operation comes from. */
final class DecoderMethod {

    private final MethodPattern pattern;
    private final Operation operation;
    private final Api api;
    private final Engine engine;
    private final boolean lazy;
    private final Format format;
    private final Place name;
    private final SizePlaces size;
    private final Place bytes;

    /**
     * @param lazy whether the library does its work when the pixels are needed
     * @param format null if {@code name} or the bytes themselves tell
     * @param name where the name of a file or format is found
     * @param bytes where the bytes are found that are read or written
     */
    DecoderMethod(
            MethodPattern pattern, Operation operation, Api api, Engine engine, boolean lazy, Format format, Place name,
            SizePlaces size, Place bytes) {
        this.pattern = pattern;
        this.operation = operation;
        this.api = api;
        this.engine = engine;
        this.lazy = lazy;
        this.format = format;
        this.name = name;
        this.size = size;
        this.bytes = bytes;
    }

    MethodPattern pattern() {
        return pattern;
    }

    Operation operation() {
        return operation;
    }

    Api api() {
        return api;
    }

    Engine engine() {
        return engine;
    }

    boolean isLazy() {
        return lazy;
    }

    /** Null if it is not the same for all calls. */
    Format format() {
        return format;
    }

    Place name() {
        return name;
    }

    SizePlaces size() {
        return size;
    }

    Place bytes() {
        return bytes;
    }

    /** Whether {@link #bytes} are what is read, which is looked at before the call; else what was written. */
    boolean isReading() {
        return operation == Operation.DECODE;
    }
}
