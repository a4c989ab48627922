package dev.hotpix.redirect.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;

class RepeatedStreamTest {

    private static final byte[] BYTES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    private static ImageInputStream at(long position) throws IOException {
        ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(BYTES));
        stream.seek(position);
        return stream;
    }

    @Test
    void piecesComeOnceMoreAndThenTheStream() throws IOException {
        ImageInputStream stream = at(6);
        RepeatedStream again = RepeatedStream.ofPieces(stream, List.of(new byte[] {1, 2, 3}, new byte[] {4, 5}), null);
        byte[] buffer = new byte[8];
        assertEquals(1, again.getStreamPosition());
        assertEquals(3, again.read(buffer, 0, 8));
        assertEquals(4, again.getStreamPosition());
        assertEquals(2, again.skipBytes(2));
        assertEquals(4, again.read(buffer, 0, 8));
        assertEquals(6, buffer[0]);
        assertEquals(10, stream.getStreamPosition());
    }

    @Test
    void streamIsLeftWhereTheReaderStopped() throws IOException {
        ImageInputStream stream = at(6);
        RepeatedStream again = RepeatedStream.ofPieces(stream, List.of(new byte[] {1, 2, 3}, new byte[] {4, 5}), null);
        again.read(new byte[8], 0, 8);
        again.finish();
        assertEquals(4, stream.getStreamPosition());
        assertSame(stream, again.stream());
    }

    @Test
    void exceptionComesOnceMore() throws IOException {
        IOException broken = new IOException("broken");
        RepeatedStream again = RepeatedStream.until(at(2), 5, false, broken);
        byte[] buffer = new byte[8];
        assertEquals(3, again.read(buffer, 0, 8));
        assertSame(broken, assertThrows(IOException.class, () -> again.read(buffer, 0, 8)));
        assertEquals(5, again.read(buffer, 0, 8));
    }

    @Test
    void endComesOnceMore() throws IOException {
        RepeatedStream again = RepeatedStream.until(at(7), 10, true, null);
        assertEquals(3, again.read(new byte[8], 0, 8));
        assertEquals(-1, again.read(new byte[8], 0, 8));
    }
}
