package dev.hotpix.instrument.decoders;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MethodPatternTest {

    private static MethodPattern of(String... types) {
        return new MethodPattern("com.acme.Fast", "decode", List.of(types));
    }

    @Test
    void parametersArePartOfIt() {
        List<String> types = List.of("byte[]", "java.lang.String");
        assertTrue(of("byte[]", "String").matches("decode", types));
        assertTrue(of("byte[]", "lang.String").matches("decode", types));
        assertTrue(of("byte[]", "java.lang.String").matches("decode", types));
        assertTrue(of("byte[]", "...").matches("decode", types));
        assertTrue(of("byte[]", "String", "...").matches("decode", types));
        assertTrue(of("...").matches("decode", types));
        assertTrue(of("...").matches("decode", List.of()));
        assertTrue(of().matches("decode", List.of()));
        assertTrue(new MethodPattern("com.acme.Fast", "decode", null).matches("decode", types));
        assertFalse(of().matches("decode", types));
        assertFalse(of("byte[]").matches("decode", types));
        assertFalse(of("byte[]", "String", "int").matches("decode", types));
        assertFalse(of("byte[]", "ring").matches("decode", types));
        assertFalse(of("byte[]", "ang.String").matches("decode", types));
        assertFalse(of("byte[]", "other.String").matches("decode", types));
        assertFalse(of("byte[]", "String").matches("decodeAll", types));
    }
}
