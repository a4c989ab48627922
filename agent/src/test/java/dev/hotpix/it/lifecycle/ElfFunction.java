package dev.hotpix.it.lifecycle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Where an exported function's code is in a shared library: System V ABI, 64 bits, little endian. */
final class ElfFunction {

    private static final int SECTION_TABLE = 0x28;
    private static final int SECTION_COUNT = 0x3C;
    private static final int SECTION_BYTES = 64;
    private static final int DYNAMIC_SYMBOLS = 11;
    private static final int SYMBOL_BYTES = 24;

    private ElfFunction() {
    }

    /** The offset in the file of the function's first instruction. */
    static int offset(byte[] content, String name) {
        ByteBuffer file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int sections = (int) file.getLong(SECTION_TABLE);
        for (int i = 0; i < file.getShort(SECTION_COUNT); i++) {
            int section = sections + i * SECTION_BYTES;
            if (file.getInt(section + 4) == DYNAMIC_SYMBOLS) {
                int strings = (int) file.getLong(sections + file.getInt(section + 40) * SECTION_BYTES + 24);
                int from = (int) file.getLong(section + 24);
                int end = from + (int) file.getLong(section + 32);
                for (int symbol = from; symbol < end; symbol += SYMBOL_BYTES) {
                    if (isNamed(content, strings + file.getInt(symbol), name)) {
                        int itsSection = sections + file.getShort(symbol + 6) * SECTION_BYTES;
                        return inFile(file, itsSection, file.getLong(symbol + 8));
                    }
                }
            }
        }
        throw new AssertionError("no function " + name);
    }

    private static int inFile(ByteBuffer file, int section, long address) {
        return (int) (address - file.getLong(section + 16) + file.getLong(section + 24));
    }

    private static boolean isNamed(byte[] content, int at, String name) {
        byte[] wanted = (name + "\0").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < wanted.length; i++) {
            if (content[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
