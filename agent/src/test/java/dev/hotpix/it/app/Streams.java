package dev.hotpix.it.app;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStreamImpl;

/** Streams as applications have them: counted, slow, or broken. */
final class Streams {

    private Streams() {
    }

    /** What was asked of a stream, in its order. */
    static final class Log {

        private final StringBuilder calls = new StringBuilder();
        private int count;

        void add(String call, long detail) {
            count++;
            calls.append(call).append(detail).append(' ');
        }

        @Override
        public String toString() {
            return count + " calls " + (Boolean.getBoolean("hotpixtest.full") ? calls : "")
                    + ImageText.sha(calls.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Counts the bytes taken from the stream below. */
    static final class Counting extends FilterInputStream {

        private final Log log;
        private long bytes;

        Counting(InputStream in) {
            this(in, new Log());
        }

        /** Its calls go into a log. */
        Counting(InputStream in, Log log) {
            super(in);
            this.log = log;
        }

        long bytes() {
            return bytes;
        }

        @Override
        public int read() throws IOException {
            log.add("read one at ", bytes);
            int value = super.read();
            bytes += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            log.add("read ", length);
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
        private final Log log;

        Own(byte[] bytes, int most, Log log) {
            this.bytes = bytes;
            this.most = most;
            this.log = log;
        }

        @Override
        public void seek(long position) throws IOException {
            log.add("seek ", position);
            super.seek(position);
        }

        @Override
        public long skipBytes(long count) throws IOException {
            log.add("skip ", count);
            return super.skipBytes(count);
        }

        @Override
        public int read() {
            log.add("read one at ", streamPos);
            bitOffset = 0;
            return streamPos < bytes.length ? bytes[(int) streamPos++] & 255 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            log.add("read ", length);
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
