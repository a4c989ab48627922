package dev.hotpix.instrument.decoders;

import dev.hotpix.measure.Format;
import dev.hotpix.measure.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The methods that the user names, as {@code com.acme.Fast#decode(byte[]);com.acme.Store#save:encode:png}:
 * <pre>
 *   methods   = [ entry { ";" entry } ]
 *   entry     = class "#" name [ "(" [ type { "," type } ] ")" ] [ ":" operation [ ":" format ] ]
 *   class     = name { "." name }
 *   type      = ( class | primitive ) { "[]" }
 *   operation = "decode" | "encode" | "resize" | "convert"
 *   format    = a value of the tag format
 * </pre>
 * with blanks between any two of these. Knows no Byte Buddy: it is read when the JVM starts.
 */
public final class OwnMethods {

    private static final String[] OF_THE_JDK = {"java.", "jdk.", "sun.", "com.sun.imageio."};

    private final String text;
    private final List<OwnMethod> methods = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private int at;

    /** A mistake in an entry. */
    private static final class Mistake extends Exception {
        private static final long serialVersionUID = 1;

        Mistake(String expected) {
            super(expected, null, false, false);
        }
    }

    /** One entry. */
    public static final class OwnMethod {
        private final MethodPattern pattern;
        private final Operation operation;
        private final Format format;

        OwnMethod(MethodPattern pattern, Operation operation, Format format) {
            this.pattern = pattern;
            this.operation = operation;
            this.format = format;
        }

        /** What it names. */
        public MethodPattern pattern() {
            return pattern;
        }

        Operation operation() {
            return operation;
        }

        /** Null if it was not named. */
        Format format() {
            return format;
        }
    }

    private OwnMethods(String text) {
        this.text = text;
    }

    /** Reads a list. An entry with a mistake is left out. */
    public static OwnMethods of(String text) {
        OwnMethods read = new OwnMethods(text);
        while (read.at < text.length()) {
            read.entry();
        }
        return read;
    }

    /** The entries without mistakes, in their order. */
    public List<OwnMethod> methods() {
        return methods;
    }

    /** One line for each mistake, with its column, from 1 on. */
    public List<String> errors() {
        return errors;
    }

    /** Reads one, and goes on after the next semicolon. */
    private void entry() {
        int begin = at;
        try {
            blanks();
            if (at < text.length() && text.charAt(at) != ';') {
                OwnMethod method = method();
                blanks();
                if (at < text.length() && text.charAt(at) != ';') {
                    throw new Mistake("';' or the end");
                }
                methods.add(method);
            }
        } catch (Mistake mistake) {
            int end = end(begin);
            errors.add("column " + (at + 1) + ": expected " + mistake.getMessage() + ", found "
                    + (at < text.length() ? "'" + text.charAt(at) + "'" : "the end") + "; \""
                    + text.substring(begin, end).trim() + "\" is ignored");
        }
        at = end(at) + 1;
    }

    private int end(int from) {
        int end = text.indexOf(';', from);
        return end < 0 ? text.length() : end;
    }

    private OwnMethod method() throws Mistake {
        int begin = at;
        String className = dotted("the name of a class");
        for (String prefix : OF_THE_JDK) {
            if (className.startsWith(prefix)) {
                at = begin;
                throw new Mistake("a class that is not the JDK's");
            }
        }
        if (className.indexOf('.') < 0 && !is('#')) {
            throw new Mistake("'#' and the name of a method");
        }
        take('#', "'#' and the name of a method");
        String name = name("the name of a method");
        List<String> types = is('(') ? types() : null;
        Operation operation = is(':') ? operation() : Operation.DECODE;
        Format format = is(':') ? format() : null;
        return new OwnMethod(new MethodPattern(className, name, types), operation, format);
    }

    private List<String> types() throws Mistake {
        List<String> types = new ArrayList<>();
        at++;
        if (!is(')')) {
            types.add(type());
            while (is(',')) {
                at++;
                types.add(type());
            }
        }
        take(')', "',' or ')'");
        return types;
    }

    private String type() throws Mistake {
        // Matching sees a nested class with points, as in source.
        StringBuilder type = new StringBuilder(dotted("a type").replace('$', '.'));
        while (is('[')) {
            at++;
            take(']', "']'");
            type.append("[]");
        }
        return type.toString();
    }

    private Operation operation() throws Mistake {
        int begin = ++at;
        String word = word();
        for (Operation each : Operation.values()) {
            if (each.label().equals(word)) {
                return each;
            }
        }
        at = begin;
        blanks();
        throw new Mistake("decode, encode, resize or convert");
    }

    private Format format() throws Mistake {
        int begin = ++at;
        String word = word();
        for (Format each : Format.values()) {
            if (each.label().equals(word)) {
                return each;
            }
        }
        at = begin;
        blanks();
        throw new Mistake("a format, such as " + Format.JPEG.label());
    }

    private String word() {
        blanks();
        int begin = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at).toLowerCase(Locale.ROOT);
    }

    private String dotted(String expected) throws Mistake {
        StringBuilder names = new StringBuilder(name(expected));
        while (is('.')) {
            at++;
            names.append('.').append(name("a name"));
        }
        return names.toString();
    }

    private String name(String expected) throws Mistake {
        blanks();
        int begin = at;
        if (at < text.length() && Character.isJavaIdentifierStart(text.charAt(at))) {
            at++;
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                at++;
            }
        }
        if (at == begin) {
            throw new Mistake(expected);
        }
        return text.substring(begin, at);
    }

    private void take(char wanted, String expected) throws Mistake {
        if (!is(wanted)) {
            throw new Mistake(expected);
        }
        at++;
    }

    /** Whether that is next, after blanks. */
    private boolean is(char wanted) {
        blanks();
        return at < text.length() && text.charAt(at) == wanted;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
