package dev.hotpix.redirect.jpeg.encode;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.imageio.stream.ImageOutputStreamImpl;

/** A stream of which only the number of bytes and their SHA-256 are kept. */
final class OutputDigest extends ImageOutputStreamImpl {

    private final MessageDigest sha;
    private long length;
    private byte[] result;

    OutputDigest() throws NoSuchAlgorithmException {
        sha = MessageDigest.getInstance("SHA-256");
    }

    void add(byte[] bytes, int count) {
        sha.update(bytes, 0, count);
        length += count;
    }

    /** Of all that came; nothing may come afterwards. */
    byte[] result() {
        if (result == null) {
            result = sha.digest();
        }
        return result;
    }

    long bytes() {
        return length;
    }

    boolean isSame(OutputDigest other) {
        return length == other.length && Arrays.equals(result(), other.result());
    }

    @Override
    public void write(int value) {
        add(new byte[] {(byte) value}, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        sha.update(bytes, offset, count);
        length += count;
    }

    @Override
    public int read() {
        return -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) {
        return -1;
    }
}
