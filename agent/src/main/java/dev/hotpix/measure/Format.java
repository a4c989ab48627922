package dev.hotpix.measure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The file format of an image: the tag {@code format}. Service providers name formats as they
 * like; {@link #ofName(String)} brings those names down to this bounded list.
 */
public enum Format {
    JPEG("jpeg", "jpg", "jpe", "jfif", "pjpeg", "jpeg-lossless", "jpeg-ll", "jpeg lossless"),
    PNG("png", "x-png", "apng"),
    GIF("gif"),
    BMP("bmp", "dib", "x-bmp", "x-windows-bmp", "x-ms-bmp"),
    WBMP("wbmp", "vnd.wap.wbmp"),
    TIFF("tiff", "tif", "bigtiff", "btf"),
    WEBP("webp", "x-webp"),
    JPEG2000("jpeg2000", "jpeg 2000", "jpeg-2000", "jp2", "j2k", "j2c", "jpx", "jpf"),
    HEIF("heif", "heic", "hif", "heif-sequence", "heic-sequence"),
    AVIF("avif", "avifs"),
    ICO("ico", "cur", "x-ms ico", "x-ms-ico", "x-ico", "x-icon", "vnd.microsoft.icon"),
    PSD("psd", "psb", "photoshop", "x-psd", "vnd.adobe.photoshop"),
    SVG("svg", "svgz", "svg+xml"),
    PNM("pnm", "pbm", "pgm", "ppm", "pam", "pfm",
        "x-portable-anymap", "x-portable-bitmap", "x-portable-graymap", "x-portable-pixmap"),
    TGA("tga", "targa", "x-tga", "x-targa"),
    PCX("pcx", "x-pcx"),
    DICOM("dicom", "dcm", "application/dicom"),
    /** Any format that has no name here, and whatever no longer has a series of its own. */
    OTHER("other"),
    /** No reader claimed the input. */
    UNKNOWN("unknown");

    private static final Map<String, Format> BY_NAME = byName();
    private static final String[] NAMES = BY_NAME.keySet().toArray(new String[0]);

    private final String label;
    private final String[] aliases;

    Format(String label, String... aliases) {
        this.label = label;
        this.aliases = aliases;
    }

    /** The value of the tag. */
    public String label() {
        return label;
    }

    /**
     * The format that a service provider calls {@code spiFormatName}, in any case, also as the
     * MIME type of an image. A name that is not known is {@link #OTHER}, no name at all is
     * {@link #UNKNOWN}. Allocates only for names in mixed case and for MIME types.
     */
    public static Format ofName(String spiFormatName) {
        if (spiFormatName == null || spiFormatName.isEmpty()) {
            return UNKNOWN;
        }
        Format found = BY_NAME.get(spiFormatName);
        if (found != null) {
            return found;
        }
        String name = spiFormatName.trim().toLowerCase(Locale.ROOT);
        if (name.startsWith("image/")) {
            name = name.substring("image/".length());
        }
        return BY_NAME.getOrDefault(name, OTHER);
    }

    /**
     * The format that the ending of a file name stands for, in any case, or the whole of a name without a point;
     * {@link #UNKNOWN} if it stands for nothing known. Allocates nothing.
     */
    public static Format ofFileName(String fileName) {
        int from = fileName.lastIndexOf('.') + 1;
        int length = fileName.length() - from;
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].length() == length && fileName.regionMatches(true, from, NAMES[i], 0, length)) {
                return BY_NAME.get(NAMES[i]);
            }
        }
        return UNKNOWN;
    }

    /** Holds each name in lower and in upper case, since service providers list both. */
    private static Map<String, Format> byName() {
        Map<String, Format> names = new HashMap<>();
        for (Format format : values()) {
            put(names, format.label, format);
            for (String alias : format.aliases) {
                put(names, alias, format);
            }
        }
        return names;
    }

    private static void put(Map<String, Format> names, String name, Format format) {
        names.put(name, format);
        names.put(name.toUpperCase(Locale.ROOT), format);
    }
}
