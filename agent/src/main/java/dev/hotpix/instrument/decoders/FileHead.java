package dev.hotpix.instrument.decoders;

import dev.hotpix.measure.Format;
import java.nio.ByteBuffer;

/** What the first bytes of an image file tell of its format. */
final class FileHead {

    private static final int LONGEST = 12;

    private static final int JPEG = 0xffd8ff;
    private static final int PNG = 0x89504e47;
    private static final int GIF = 0x474946;
    private static final int RIFF = 0x52494646;
    private static final int WEBP = 0x57454250;
    private static final int TIFF_LITTLE_ENDIAN = 0x49492a00;
    private static final int TIFF_BIG_ENDIAN = 0x4d4d002a;
    private static final int PSD = 0x38425053;
    private static final int ICO = 0x00000100;
    private static final int BMP = 0x424d;
    private static final int JP2_BOX = 0x6a502020;
    private static final int JPEG2000_STREAM = 0xff4fff51;
    private static final int FTYP = 0x66747970;
    private static final int AVIF = 0x61766966;
    private static final int AVIS = 0x61766973;

    private FileHead() {
    }

    /**
     * The format of a file.
     *
     * @param file a {@code byte[]} or a {@code ByteBuffer}, which is left as it is; anything else is unknown
     */
    static Format format(Object file) {
        if (file instanceof byte[]) {
            byte[] bytes = (byte[]) file;
            return bytes.length < LONGEST ? Format.UNKNOWN
                    : format(word(bytes, 0), word(bytes, 4), word(bytes, 8));
        }
        if (file instanceof ByteBuffer) {
            ByteBuffer buffer = (ByteBuffer) file;
            int at = buffer.position();
            return buffer.remaining() < LONGEST ? Format.UNKNOWN
                    : format(word(buffer, at), word(buffer, at + 4), word(buffer, at + 8));
        }
        return Format.UNKNOWN;
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }

    /** Byte by byte: the order of a buffer may be either. */
    private static int word(ByteBuffer buffer, int at) {
        return buffer.get(at) << 24 | (buffer.get(at + 1) & 0xff) << 16 | (buffer.get(at + 2) & 0xff) << 8
                | buffer.get(at + 3) & 0xff;
    }

    private static Format format(int first, int second, int third) {
        if (first >>> 8 == JPEG) {
            return Format.JPEG;
        }
        if (first >>> 8 == GIF) {
            return Format.GIF;
        }
        if (first >>> 16 == BMP) {
            return Format.BMP;
        }
        if (second == FTYP) {
            return third == AVIF || third == AVIS ? Format.AVIF : Format.HEIF;
        }
        switch (first) {
            case PNG:
                return Format.PNG;
            case RIFF:
                return third == WEBP ? Format.WEBP : Format.UNKNOWN;
            case TIFF_LITTLE_ENDIAN:
            case TIFF_BIG_ENDIAN:
                return Format.TIFF;
            case PSD:
                return Format.PSD;
            case ICO:
                return Format.ICO;
            case JPEG2000_STREAM:
                return Format.JPEG2000;
            default:
                return second == JP2_BOX ? Format.JPEG2000 : isPortable(first) ? Format.PNM : Format.UNKNOWN;
        }
    }

    /** P1 to P7 and white space. */
    private static boolean isPortable(int first) {
        int digit = first >>> 16 & 0xff;
        int space = first >>> 8 & 0xff;
        return first >>> 24 == 'P' && digit >= '1' && digit <= '7' && (space == '\n' || space == ' ' || space == '\r');
    }
}
