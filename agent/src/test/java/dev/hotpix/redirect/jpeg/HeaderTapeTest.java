package dev.hotpix.redirect.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeaderTapeTest {

    private final Object reader = new Object();

    @AfterEach
    void discard() {
        HeaderTape.discard();
    }

    @Test
    void theLastBytesCountAndSkippedOnesAreZero() {
        HeaderTape.start(reader);
        HeaderTape.passed(reader, new byte[] {9, 1, 2, 9}, 0, 3);
        HeaderTape.passed(reader, null, 0, 2);
        HeaderTape.passed(reader, new byte[] {0, 0, 5, 6}, 2, 2);
        HeaderTape.passed(reader, new byte[4], 0, -1);
        assertArrayEquals(new byte[] {2, 0, 0, 5, 6}, HeaderTape.take(reader, 5));
        assertNull(HeaderTape.take(reader, 5), "it was taken");
    }

    @Test
    void nothingOfAnotherReader() {
        HeaderTape.start(reader);
        HeaderTape.passed(new Object(), new byte[8], 0, 8);
        assertNull(HeaderTape.take(reader, 8));
        HeaderTape.start(reader);
        HeaderTape.passed(reader, new byte[8], 0, 8);
        assertNull(HeaderTape.take(new Object(), 8));
    }

    @Test
    void notMoreThanAHeaderTakes() {
        HeaderTape.start(reader);
        byte[] large = new byte[1 << 20];
        for (int i = 0; i < 5; i++) {
            HeaderTape.passed(reader, large, 0, large.length);
        }
        assertNull(HeaderTape.take(reader, 1));
    }
}
