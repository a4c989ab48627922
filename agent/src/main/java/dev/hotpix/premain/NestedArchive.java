package dev.hotpix.premain;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Reads single entries of a zip archive that lies, uncompressed, within the agent's jar.
 *
 * <p>Why not simply more entries in the jar: the JVM and the application's class loader each read the jar's
 * whole directory when the application starts, and the three thousand classes of the weaving library made
 * that a tenth of the start-up of a small application, whether it ever touches an image or not. Nor a copy in
 * the temporary directory, which may be unwritable.
 *
 * <p>Format: PKWARE APPNOTE 4.3; no zip64, no encryption, methods stored and deflated.
 */
final class NestedArchive {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int CENTRAL_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final RandomAccessFile file;
    private final Map<String, Entry> entries;

    /** Where an entry's data is: absolute offset of its local header in the file, sizes in bytes. */
    private static final class Entry {
        final int method;
        final int compressed;
        final int size;
        final long localHeader;

        Entry(int method, int compressed, int size, long localHeader) {
            this.method = method;
            this.compressed = compressed;
            this.size = size;
            this.localHeader = localHeader;
        }
    }

    private NestedArchive(RandomAccessFile file, Map<String, Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * Opens the archive that is the stored entry {@code name} of the jar.
     *
     * @throws IOException if there is no such entry, or it is no archive
     */
    static NestedArchive open(File jar, String name) throws IOException {
        RandomAccessFile file = new RandomAccessFile(jar, "r");
        try {
            Entry nested = directory(file, 0, file.length()).get(name);
            if (nested == null || nested.method != STORED) {
                throw new ZipException(name + " is not a stored entry of " + jar.getName());
            }
            long start = dataOffset(file, nested);
            return new NestedArchive(file, directory(file, start, start + nested.size));
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /** Reads an entry; null if there is none of that name. */
    synchronized byte[] read(String name) throws IOException {
        Entry entry = entries.get(name);
        if (entry == null) {
            return null;
        }
        byte[] data = new byte[entry.compressed];
        file.seek(dataOffset(file, entry));
        file.readFully(data);
        return entry.method == STORED ? data : inflate(data, entry.size);
    }

    private static byte[] inflate(byte[] data, int size) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(data);
            byte[] out = new byte[size];
            int done = 0;
            while (done < size) {
                int n = inflater.inflate(out, done, size - done);
                if (n == 0) {
                    throw new EOFException("compressed data ends early");
                }
                done += n;
            }
            return out;
        } catch (DataFormatException damaged) {
            throw new ZipException(damaged.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static long dataOffset(RandomAccessFile file, Entry entry) throws IOException {
        byte[] header = new byte[LOCAL_BYTES];
        file.seek(entry.localHeader);
        file.readFully(header);
        return entry.localHeader + LOCAL_BYTES + u16(header, 26) + u16(header, 28);
    }

    /** Reads the directory of the archive in {@code start} to {@code end} of the file. */
    private static Map<String, Entry> directory(RandomAccessFile file, long start, long end) throws IOException {
        // The end record has no comment in archives that our build makes.
        byte[] last = new byte[END_BYTES];
        file.seek(end - END_BYTES);
        file.readFully(last);
        if (i32(last, 0) != END_SIGNATURE) {
            throw new ZipException("no end of directory");
        }
        byte[] central = new byte[i32(last, 12)];
        file.seek(start + (i32(last, 16) & 0xFFFFFFFFL));
        file.readFully(central);
        Map<String, Entry> entries = new HashMap<String, Entry>();
        for (int at = 0; at + CENTRAL_BYTES <= central.length && i32(central, at) == CENTRAL_SIGNATURE;) {
            int nameLength = u16(central, at + 28);
            String name = new String(central, at + CENTRAL_BYTES, nameLength, StandardCharsets.UTF_8);
            int method = u16(central, at + 10);
            if (method == STORED || method == DEFLATED) {
                entries.put(name, new Entry(method, i32(central, at + 20), i32(central, at + 24),
                        start + (i32(central, at + 42) & 0xFFFFFFFFL)));
            }
            at += CENTRAL_BYTES + nameLength + u16(central, at + 30) + u16(central, at + 32);
        }
        return entries;
    }

    private static int u16(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    private static int i32(byte[] bytes, int at) {
        return u16(bytes, at) | u16(bytes, at + 2) << 16;
    }
}
