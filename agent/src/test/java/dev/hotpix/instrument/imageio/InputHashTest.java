package dev.hotpix.instrument.imageio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageReadParam;
import javax.imageio.stream.FileCacheImageInputStream;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputHashTest {
    private static final int LENGTH = 1_000_000;

    @TempDir
    private Path folder;
    private final byte[] bytes = new byte[LENGTH];
    private int drawn;

    InputHashTest() {
        new Random(1).nextBytes(bytes);
    }

    private ImageInputStream open(String kind) throws IOException {
        InputStream counted = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                int count = super.read(into, offset, length);
                drawn += count;
                return count;
            }
        };
        switch (kind) {
            case "file":
                return new FileImageInputStream(Files.write(folder.resolve("file"), bytes).toFile());
            case "file-cache":
                return new FileCacheImageInputStream(counted, folder.toFile());
            default:
                return new MemoryCacheImageInputStream(counted);
        }
    }

    private long hash(String kind, int read) throws IOException {
        try (ImageInputStream stream = open(kind)) {
            stream.readFully(new byte[read]);
            return InputHash.of(stream, 0, null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "file-cache", "memory-cache"})
    void sameBytesSameHash(String kind) throws IOException {
        Set<Long> hashes = new HashSet<>();
        hashes.add(InputHash.NONE);
        for (int changed : new int[] {-1, 0, 4095, 250_100, 499_900, LENGTH - 4096, LENGTH - 1}) {
            if (changed >= 0) {
                bytes[changed]++;
            }
            long hash = hash(kind, LENGTH);
            assertTrue(hashes.add(hash) || changed == 250_100 || changed == 499_900, changed + " makes no difference");
            assertEquals(hash, hash(kind, LENGTH));
        }
        assertTrue(hashes.size() >= 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "file-cache", "memory-cache"})
    void theStreamStaysAsItIs(String kind) throws IOException {
        try (ImageInputStream stream = open(kind)) {
            stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            stream.readFully(new byte[1_000]);
            stream.flushBefore(500);
            stream.mark();
            stream.readFully(new byte[300_000]);
            stream.readBits(3);
            long position = stream.getStreamPosition();
            int before = drawn;
            assertNotEquals(InputHash.NONE, InputHash.of(stream, 0, null));
            assertEquals(before, drawn);
            assertEquals(position, stream.getStreamPosition());
            assertEquals(3, stream.getBitOffset());
            assertEquals(ByteOrder.LITTLE_ENDIAN, stream.getByteOrder());
            assertEquals(500, stream.getFlushedPosition());
            assertEquals(bytes[(int) position] & 0x1f, stream.readBits(5));
            assertEquals(bytes[(int) position + 1], stream.readByte());
            stream.reset();
            assertEquals(1_000, stream.getStreamPosition());
            assertEquals(bytes[1_000], stream.readByte());
        }
    }

    /** A reader that skips what it does not know may stand where nothing has been read yet. */
    @ParameterizedTest
    @ValueSource(strings = {"file-cache", "memory-cache"})
    void nothingIsDrawnFromBelow(String kind) throws IOException {
        try (ImageInputStream stream = open(kind)) {
            stream.readFully(new byte[10_000]);
            stream.seek(900_000);
            int before = drawn;
            assertNotEquals(InputHash.NONE, InputHash.of(stream, 0, null));
            assertEquals(before, drawn);
            assertEquals(900_000, stream.getStreamPosition());
            assertEquals(bytes[900_000], stream.readByte());
        }
    }

    @Test
    void aFileThatDoesNotStandWhereItsStreamDoesIsLeftAlone() throws IOException {
        open("file").close();
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve("file").toFile(), "r");
                ImageInputStream stream = new FileImageInputStream(file)) {
            stream.readFully(new byte[1_000]);
            file.seek(5_000);
            assertEquals(InputHash.NONE, InputHash.of(stream, 0, null));
            assertEquals(5_000, file.getFilePointer());
        }
    }

    @Test
    void classesOfTheApplicationAreLeftAlone() throws IOException {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)) { }) {
            stream.readFully(new byte[1_000]);
            assertEquals(InputHash.NONE, InputHash.of(stream, 0, null));
        }
        assertEquals(InputHash.NONE, InputHash.of(new ByteArrayInputStream(bytes), 0, null));
        assertEquals(InputHash.NONE, InputHash.of(null, 0, null));
        open("file").close();
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve("file").toFile(), "r") { };
                ImageInputStream stream = new FileImageInputStream(file)) {
            stream.readFully(new byte[1_000]);
            assertEquals(InputHash.NONE, InputHash.of(stream, 0, null));
        }
    }

    @Test
    void closedStreams() throws IOException {
        for (String kind : new String[] {"file", "file-cache", "memory-cache"}) {
            ImageInputStream stream = open(kind);
            stream.readFully(new byte[1_000]);
            stream.close();
            assertEquals(InputHash.NONE, InputHash.of(stream, 0, null));
        }
    }

    /** The same bytes make other images with another index or subsampling, and parts are not told apart at all. */
    @Test
    void whatWasAskedForCounts() throws IOException {
        try (ImageInputStream stream = open("file")) {
            stream.readFully(new byte[1_000]);
            ImageReadParam param = new ImageReadParam();
            long hash = InputHash.of(stream, 0, param);
            assertEquals(hash, InputHash.of(stream, 0, null));
            assertNotEquals(hash, InputHash.of(stream, 1, null));
            param.setSourceSubsampling(2, 1, 0, 0);
            assertNotEquals(hash, InputHash.of(stream, 0, param));
            param.setSourceSubsampling(1, 1, 0, 0);
            param.setSourceRegion(new Rectangle(1, 1));
            assertEquals(InputHash.NONE, InputHash.of(stream, 0, param));
            assertEquals(InputHash.NONE, InputHash.of(stream, 0, new ImageReadParam() { }));
        }
    }
}
