package dev.hotpix.instrument.decoders;

/**
 * Where in a call a value is found: an argument, the object itself or the result, or what a method of one of these
 * returns.
 */
final class Place {

    /** Nowhere. */
    static final Place NONE = new Place(-3, null);

    /** The first argument that is a {@code byte[]} or a {@code ByteBuffer}. */
    static final Place FIRST_BYTES = new Place(-4, null);

    /** The first argument that is an object. */
    static final Place FIRST_OBJECT = new Place(-5, null);

    private static final int RESULT = -2;
    private static final int THIS = -1;
    private static final String RESULT_NAME = "result";
    private static final String THIS_NAME = "this";

    private final int argument;
    private final Getter getter;

    private Place(int argument, Getter getter) {
        this.argument = argument;
        this.getter = getter;
    }

    /**
     * Reads one as it stands in the table: {@code result}, {@code this} or the number of an argument from 0 on,
     * and maybe a point and the name of a method without arguments that returns a number.
     */
    static Place of(String text) {
        int point = text.indexOf('.');
        return point < 0 ? holder(text)
                : new Place(argument(text.substring(0, point)), Getter.number(text.substring(point + 1)));
    }

    /** The same with a method that returns an object. */
    static Place ofName(String text) {
        int point = text.indexOf('.');
        return point < 0 ? holder(text)
                : new Place(argument(text.substring(0, point)), Getter.object(text.substring(point + 1)));
    }

    /** The place of an object of which others know what to ask. */
    static Place holder(String text) {
        return new Place(argument(text), null);
    }

    static Place result() {
        return new Place(RESULT, null);
    }

    private static int argument(String text) {
        switch (text) {
            case RESULT_NAME:
                return RESULT;
            case THIS_NAME:
                return THIS;
            default:
                return Integer.parseInt(text);
        }
    }

    boolean isResult() {
        return argument == RESULT;
    }

    boolean isThis() {
        return argument == THIS;
    }

    boolean isArgument() {
        return argument >= 0;
    }

    boolean isNone() {
        return this == NONE;
    }

    /** The number of the argument. */
    int argument() {
        return argument;
    }

    /** What to ask the object there; null if it is the value itself. */
    Getter getter() {
        return getter;
    }
}
