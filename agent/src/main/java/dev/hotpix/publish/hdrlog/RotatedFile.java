package dev.hotpix.publish.hdrlog;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that blocks of bytes are added to and that makes room for itself: when it is full, it becomes {@code file.1},
 * what was that becomes {@code file.2}, and so on; the last one goes. So does a file that is already there when the
 * first block comes.
 */
final class RotatedFile implements Closeable {
    /** The number of files, the one that is written to included. */
    static final int FILES = 4;

    private final Path file;
    private final long mostBytes;
    private OutputStream out;
    private long length;

    /**
     * @param file need not exist; its directory must
     * @param mostBytes the most that all files together take, unless one block alone takes more than a quarter of it
     */
    RotatedFile(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    /** Whether {@link #append} would begin a new file with a block of {@code bytes}. */
    boolean isFull(int bytes) {
        return out == null || length + bytes > mostBytes / FILES;
    }

    /** Begins a new file. */
    void rotate() throws IOException {
        close();
        if (Files.exists(file)) {
            if (!Files.isRegularFile(file)) {
                // A device or a directory is nobody's to move.
                throw new IOException("it is there and no file");
            }
            for (int i = FILES - 2; i > 0; i--) {
                if (Files.exists(numbered(i))) {
                    Files.move(numbered(i), numbered(i + 1), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.move(file, numbered(1), StandardCopyOption.REPLACE_EXISTING);
        }
        out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        length = 0;
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    /** Adds a block, whole. */
    void append(byte[] block) throws IOException {
        out.write(block);
        length += block.length;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }
}
