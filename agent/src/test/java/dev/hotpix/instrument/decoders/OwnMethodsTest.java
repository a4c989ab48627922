package dev.hotpix.instrument.decoders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.measure.Format;
import dev.hotpix.measure.Operation;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnMethodsTest {

    private static List<String> patterns(OwnMethods methods) {
        return methods.methods().stream().map(each -> each.pattern().toString()).collect(Collectors.toList());
    }

    @Test
    void entriesAreReadInTheirOrder() {
        OwnMethods own = OwnMethods.of("com.acme.Fast#decode(byte[]);"
                + " com.acme.Fast$Inner # read ( byte [ ] [ ] , java.util.Map.Entry,int ) : encode : png ;;"
                + "Simple#scale():resize;\n Übung#_x:convert;");
        assertEquals(List.of(), own.errors());
        assertEquals(List.of("com.acme.Fast#decode(byte[])",
                "com.acme.Fast$Inner#read(byte[][],java.util.Map.Entry,int)",
                "Simple#scale()", "Übung#_x"), patterns(own));
        assertEquals(List.of(Operation.DECODE, Operation.ENCODE, Operation.RESIZE, Operation.CONVERT),
                own.methods().stream().map(OwnMethods.OwnMethod::operation).collect(Collectors.toList()));
        assertEquals(Format.PNG, own.methods().get(1).format());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', commentCharacter = '%', value = {
        "com.acme.Fast               | 14 | '#' and the name of a method, found the end",
        "com.acme.Fast.decode(byte)  | 21 | '#' and the name of a method, found '('",
        "#decode                     |  1 | the name of a class, found '#'",
        "com..acme#x                 |  5 | a name, found '.'",
        "com.acme.Fast#              | 15 | the name of a method, found the end",
        "com.acme.Fast#<init>        | 15 | the name of a method, found '<'",
        "com.acme.Fast#x(byte[)      | 22 | ']', found ')'",
        "com.acme.Fast#x(byte[] int) | 24 | ',' or ')', found 'i'",
        "com.acme.Fast#x(int,)       | 21 | a type, found ')'",
        "com.acme.Fast#x(int         | 20 | ',' or ')', found the end",
        "com.acme.Fast#x(...)        | 17 | a type, found '.'",
        "com.acme.Fast#x:paint       | 17 | decode, encode, resize or convert, found 'p'",
        "com.acme.Fast#x:decode:jpgg | 24 | a format, such as jpeg, found 'j'",
        "com.acme.Fast#x decode      | 17 | ';' or the end, found 'd'",
        "java.lang.String#length     |  1 | a class that is not the JDK's, found 'j'"})
    void mistakesAreNamedWithTheirColumn(String entry, int column, String mistake) {
        OwnMethods alone = OwnMethods.of(entry);
        assertEquals(List.of("column " + column + ": expected " + mistake + "; \"" + entry + "\" is ignored"),
                alone.errors());
        assertTrue(alone.methods().isEmpty());

        String before = "a.B#c; ";
        OwnMethods among = OwnMethods.of(before + entry + ";d.E#f");
        assertEquals(List.of("a.B#c", "d.E#f"), patterns(among));
        String found = mistake.endsWith("the end")
                ? mistake.replace("found the end", "found ';'") : mistake;
        assertEquals(List.of("column " + (before.length() + column) + ": expected " + found + "; \"" + entry
                + "\" is ignored"), among.errors());
    }

    @Test
    void nothingIsNothing() {
        assertTrue(OwnMethods.of("").methods().isEmpty());
        assertTrue(OwnMethods.of(" ; ;").errors().isEmpty());
    }
}
