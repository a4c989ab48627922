package dev.hotpix.demo.gallery;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads the heads of files, and decides by them, before any pixel is decoded, which the gallery takes. */
public final class PhotoInspector {

    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    private static final int TEXT_LENGTH = 80;

    private final UploadLimits limits;

    public PhotoInspector(UploadLimits limits) {
        this.limits = limits;
    }

    /** By content, whatever the file was called. */
    public PhotoFacts inspect(byte[] file) throws RejectedPhotoException {
        if (file.length > limits.fileBytes()) {
            throw new RejectedPhotoException("larger than " + (limits.fileBytes() >> 20) + " MB");
        }
        PhotoFacts bare = format(file);
        if (bare.pixels() > limits.pixels() || Math.max(bare.storedWidth(), bare.storedHeight()) > limits.side()) {
            throw new RejectedPhotoException(String.format(Locale.ROOT, "%d × %d pixels: more than %d megapixels",
                    bare.storedWidth(), bare.storedHeight(), limits.pixels() / 1_000_000));
        }
        return withExif(bare, file);
    }

    private static PhotoFacts format(byte[] file) throws RejectedPhotoException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                    if (FORMATS.contains(format)) {
                        reader.setInput(in, true, true);
                        return new PhotoFacts(
                                format, reader.getWidth(0), reader.getHeight(0), Orientation.UPRIGHT, null, null);
                    }
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | RuntimeException e) {
            // Readers also throw unchecked exceptions at damaged heads.
            throw new RejectedPhotoException("damaged, or not a picture");
        }
        throw new RejectedPhotoException("neither JPEG nor PNG");
    }

    private static PhotoFacts withExif(PhotoFacts bare, byte[] file) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
            Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Directory details = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
            Orientation orientation = main != null && main.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? Orientation.ofTag(main.getInt(ExifIFD0Directory.TAG_ORIENTATION))
                    : Orientation.UPRIGHT;
            return new PhotoFacts(bare.format(), bare.storedWidth(), bare.storedHeight(), orientation,
                    camera(main), text(details, ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL));
        } catch (ImageProcessingException | MetadataException | IOException | RuntimeException e) {
            // Metadata are a courtesy: a picture without is still a picture.
            return bare;
        }
    }

    private static String camera(Directory main) {
        String make = text(main, ExifIFD0Directory.TAG_MAKE);
        String model = text(main, ExifIFD0Directory.TAG_MODEL);
        if (make == null || model == null) {
            return make == null ? model : make;
        }
        return model.startsWith(make) ? model : make + " " + model;
    }

    private static String text(Directory directory, int tag) {
        String text = directory == null ? null : directory.getString(tag);
        return text == null || text.isBlank() ? null : PhotoTitle.printable(text, TEXT_LENGTH);
    }
}
