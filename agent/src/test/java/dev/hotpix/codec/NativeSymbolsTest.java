package dev.hotpix.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Reads the committed library as an ELF file (System V ABI, gABI 4.1; GNU symbol versioning). */
class NativeSymbolsTest {

    private static final int NEWEST_MINOR = 17;
    private static final int SHT_DYNSYM = 11;
    private static final int SHT_GNU_VERNEED = 0x6FFFFFFE;
    private static final int SECTION_HEADER = 64;
    private static final int SYMBOL = 24;

    private final ByteBuffer elf;

    NativeSymbolsTest() throws IOException {
        try (InputStream in = CodecLibrary.class.getResourceAsStream("native/linux-x86_64/libhotpix.so")) {
            elf = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    @Test
    void needsNoNewerGlibcThan217() {
        Set<String> versions = neededVersions();
        assertTrue(versions.contains("GLIBC_2.2.5"), versions.toString());
        for (String version : versions) {
            String[] parts = version.substring("GLIBC_".length()).split("\\.");
            assertEquals("2", parts[0], version);
            assertTrue(Integer.parseInt(parts[1]) <= NEWEST_MINOR, version);
        }
    }

    @Test
    void exportsOnlyJniFunctions() {
        List<String> exported = exportedSymbols();
        assertTrue(exported.size() > 10, exported.toString());
        for (String symbol : exported) {
            assertTrue(symbol.startsWith("Java_dev_hotpix_codec_TurboJpeg"), symbol);
        }
    }

    @Test
    void matchesItsDigest() throws Exception {
        try (InputStream in = CodecLibrary.class.getResourceAsStream("native/linux-x86_64/libhotpix.so.sha256")) {
            String digest = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            assertEquals(LibraryFile.sha256(elf.array()) + "  libhotpix.so\n", digest);
        }
    }

    @Test
    void namesNoDirectoryOfTheMachineThatBuiltIt() {
        String text = new String(elf.array(), StandardCharsets.ISO_8859_1);
        for (String trace : List.of("/home/", System.getProperty("user.home") + "/", "/tmp/", "/usr/src", "/agent/", "/target/")) {
            assertTrue(!text.contains(trace), trace);
        }
    }

    /** Offset of the header of the first section of that type. */
    private int section(int type) {
        int at = (int) elf.getLong(40);
        for (int i = elf.getShort(60); i > 0; i--, at += SECTION_HEADER) {
            if (elf.getInt(at + 4) == type) {
                return at;
            }
        }
        throw new AssertionError("no section of type " + type);
    }

    private int contents(int section) {
        return (int) elf.getLong(section + 24);
    }

    /** Contents of the string table that a section is linked with. */
    private int strings(int section) {
        return contents((int) elf.getLong(40) + elf.getInt(section + 40) * SECTION_HEADER);
    }

    private String string(int at) {
        StringBuilder text = new StringBuilder();
        for (int i = at; elf.get(i) != 0; i++) {
            text.append((char) elf.get(i));
        }
        return text.toString();
    }

    private Set<String> neededVersions() {
        int section = section(SHT_GNU_VERNEED);
        int names = strings(section);
        Set<String> versions = new TreeSet<>();
        int file = contents(section);
        for (int files = elf.getInt(section + 44); files > 0; files--, file += elf.getInt(file + 12)) {
            int entry = file + elf.getInt(file + 8);
            for (int n = elf.getShort(file + 2); n > 0; n--, entry += elf.getInt(entry + 12)) {
                versions.add(string(names + elf.getInt(entry + 8)));
            }
        }
        return versions;
    }

    private List<String> exportedSymbols() {
        int section = section(SHT_DYNSYM);
        int names = strings(section);
        List<String> symbols = new ArrayList<>();
        int count = (int) (elf.getLong(section + 32) / SYMBOL);
        for (int i = 0, at = contents(section); i < count; i++, at += SYMBOL) {
            if (elf.getShort(at + 6) != 0) {
                symbols.add(string(names + elf.getInt(at)));
            }
        }
        return symbols;
    }
}
