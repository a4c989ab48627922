package dev.hotpix.premain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedArchiveTest {

    private static final byte[] TEXT = "a text that can be compressed ".repeat(1000).getBytes();
    private static final byte[] NOISE = new byte[5000];

    static {
        new Random(1).nextBytes(NOISE);
    }

    @TempDir
    private Path folder;

    private static byte[] inner() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "folder/text", TEXT, ZipEntry.DEFLATED);
            put(zip, "noise", NOISE, ZipEntry.STORED);
            put(zip, "empty", new byte[0], ZipEntry.DEFLATED);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] data, int method) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
            CRC32 crc = new CRC32();
            crc.update(data);
            entry.setSize(data.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(data);
        zip.closeEntry();
    }

    private Path jar(byte[] nested, int method) throws IOException {
        Path jar = folder.resolve("outer.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            put(zip, "before", TEXT, ZipEntry.DEFLATED);
            put(zip, "in/nested.zip", nested, method);
            put(zip, "after", NOISE, ZipEntry.DEFLATED);
        }
        return jar;
    }

    @Test
    void readsStoredAndDeflatedEntries() throws IOException {
        NestedArchive archive = NestedArchive.open(jar(inner(), ZipEntry.STORED).toFile(), "in/nested.zip");
        assertArrayEquals(TEXT, archive.read("folder/text"));
        assertArrayEquals(NOISE, archive.read("noise"));
        assertArrayEquals(new byte[0], archive.read("empty"));
        assertArrayEquals(TEXT, archive.read("folder/text"), "again");
        assertNull(archive.read("before"));
        assertNull(archive.read("folder/"));
    }

    @Test
    void refusesWhatIsNotAStoredArchive() throws IOException {
        Path deflated = jar(inner(), ZipEntry.DEFLATED);
        assertThrows(IOException.class, () -> NestedArchive.open(deflated.toFile(), "in/nested.zip"));
        assertThrows(IOException.class, () -> NestedArchive.open(deflated.toFile(), "absent"));
        Path noArchive = jar(NOISE, ZipEntry.STORED);
        assertThrows(IOException.class, () -> NestedArchive.open(noArchive.toFile(), "in/nested.zip"));
    }
}
