package dev.hotpix.it.app;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/** Streams as applications have them: counted, slow, or broken. */
final class Streams {

    private Streams() {
    }

    /** Counts the bytes taken from the stream below. */
    static final class Counting extends FilterInputStream {

        private long bytes;

        Counting(InputStream in) {
            super(in);
        }

        long bytes() {
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            bytes += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            bytes += Math.max(count, 0);
            return count;
        }
    }

    /** Gives a few bytes at a time, 1 to a most, as a network does. */
    static final class Dripping extends FilterInputStream {

        private final int most;
        private int next;

        Dripping(InputStream in, int most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            next = (next * 7 + 3) % most;
            return super.read(buffer, offset, Math.min(length, next + 1));
        }

        @Override
        public int available() {
            return 0;
        }
    }

    /** Breaks after some bytes. */
    static final class Breaking extends FilterInputStream {

        private int left;

        Breaking(InputStream in, int bytes) {
            super(in);
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("connection reset");
            }
            int count = super.read(buffer, offset, Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }

    /** An application's own {@code ImageInputStream}: of bytes in memory, with short reads. */
    static final class Own extends ImageInputStreamImpl {

        private final byte[] bytes;
        private final int most;

        Own(byte[] bytes, int most) {
            this.bytes = bytes;
            this.most = most;
        }

        @Override
        public int read() {
            bitOffset = 0;
            return streamPos < bytes.length ? bytes[(int) streamPos++] & 255 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            bitOffset = 0;
            if (streamPos >= bytes.length) {
                return -1;
            }
            int count = (int) Math.min(Math.min(length, most), bytes.length - streamPos);
            System.arraycopy(bytes, (int) streamPos, buffer, offset, count);
            streamPos += count;
            return count;
        }
    }
}
