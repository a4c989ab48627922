package dev.hotpix.demo.gallery;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Puts the smallest EXIF segment into a JPEG file that has none: the orientation, as a camera held askew writes it. */
public final class ExifSegment {

    private static final int START_OF_IMAGE = 2;
    private static final int IFD_OFFSET = 8;
    private static final short ORIENTATION_TAG = 0x0112;
    private static final short SHORT_TYPE = 3;

    private ExifSegment() {}

    /** The file with the segment before all others. */
    public static byte[] insert(byte[] jpeg, Orientation orientation) {
        byte[] exif = segment(orientation);
        ByteArrayOutputStream file = new ByteArrayOutputStream(jpeg.length + exif.length);
        file.write(jpeg, 0, START_OF_IMAGE);
        file.write(exif, 0, exif.length);
        file.write(jpeg, START_OF_IMAGE, jpeg.length - START_OF_IMAGE);
        return file.toByteArray();
    }

    private static byte[] segment(Orientation orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(IFD_OFFSET);
        tiff.putShort((short) 1);
        tiff.putShort(ORIENTATION_TAG).putShort(SHORT_TYPE).putInt(1);
        tiff.putShort((short) orientation.tag()).putShort((short) 0);
        tiff.putInt(0);
        byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer segment = ByteBuffer.allocate(4 + head.length + tiff.capacity());
        segment.putShort((short) 0xFFE1).putShort((short) (segment.capacity() - 2));
        return segment.put(head).put(tiff.array()).array();
    }
}
