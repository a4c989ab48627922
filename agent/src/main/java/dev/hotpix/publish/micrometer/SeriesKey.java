package dev.hotpix.publish.micrometer;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.ImageOperation;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.Outcome;
import dev.hotpix.measure.SeriesSnapshot;

/** The place of an operation's series, kind and tags, in an array with room for all that there can be. */
final class SeriesKey {

    private static final Api[] APIS = Api.values();
    private static final Format[] FORMATS = Format.values();
    private static final Engine[] ENGINES = Engine.values();
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Operation[] KINDS = Operation.values();

    /** The number of all possible series. */
    static final int COUNT = KINDS.length * APIS.length * FORMATS.length * ENGINES.length * OUTCOMES.length;

    private SeriesKey() {
    }

    static int of(ImageOperation ended) {
        return of(ended.kind(), ended.api(), ended.format(), ended.engine(), ended.outcome());
    }

    static int of(SeriesSnapshot series) {
        return of(series.operation(), series.api(), series.format(), series.engine(), series.outcome());
    }

    static int of(Operation kind, Api api, Format format, Engine engine, Outcome outcome) {
        int key = kind.ordinal();
        key = key * APIS.length + api.ordinal();
        key = key * FORMATS.length + format.ordinal();
        key = key * ENGINES.length + engine.ordinal();
        return key * OUTCOMES.length + outcome.ordinal();
    }

    static Operation kind(int key) {
        return KINDS[key / (COUNT / KINDS.length)];
    }

    /** Keys and values of the tags, in turn. */
    static String[] tags(int key) {
        int left = key;
        Outcome outcome = OUTCOMES[left % OUTCOMES.length];
        left /= OUTCOMES.length;
        Engine engine = ENGINES[left % ENGINES.length];
        left /= ENGINES.length;
        Format format = FORMATS[left % FORMATS.length];
        left /= FORMATS.length;
        Api api = APIS[left % APIS.length];
        return new String[] {
            "format", format.label(), "api", api.label(), "engine", engine.label(), "outcome", outcome.label()};
    }
}
