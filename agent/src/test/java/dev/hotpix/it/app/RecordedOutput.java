package dev.hotpix.it.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.ArrayList;
import javax.imageio.stream.ImageOutputStreamImpl;

/** An application's own stream, that remembers in which pieces it was written and may fail. */
final class RecordedOutput extends ImageOutputStreamImpl {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> pieces = new ArrayList<>();
    private final long failAt;
    private final Runnable before;

    /**
     * @param failAt byte at which to fail; below 0: never
     * @param before runs before each write, and may throw
     */
    RecordedOutput(long failAt, Runnable before) {
        this.failAt = failAt;
        this.before = before;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        before.run();
        pieces.add(length);
        if (failAt >= 0 && bytes.size() + length > failAt) {
            bytes.write(from, offset, (int) failAt - bytes.size());
            throw new IOException("disk full at " + failAt);
        }
        bytes.write(from, offset, length);
        streamPos += length;
    }

    @Override
    public int read() {
        return -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        return -1;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return bytes.size() + " bytes in pieces " + pieces.hashCode() + " sha " + ImageText.sha(bytes.toByteArray());
    }
}
