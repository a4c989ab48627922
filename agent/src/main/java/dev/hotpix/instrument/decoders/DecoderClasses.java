package dev.hotpix.instrument.decoders;

import java.util.Map;
import java.util.Set;

/**
 * The classes of the table by name, with slashes: all that is needed of it before the application touches one of them.
 * Apart from the table, since every JVM with the agent loads this.
 */
public final class DecoderClasses {

    /** All of the table. */
    public static final Set<String> NAMES = Set.of(
            "org/opencv/imgcodecs/Imgcodecs",
            "org/opencv/imgproc/Imgproc",
            "org/bytedeco/opencv/global/opencv_imgcodecs",
            "org/bytedeco/opencv/global/opencv_imgproc",
            "org/libjpegturbo/turbojpeg/TJDecompressor",
            "org/libjpegturbo/turbojpeg/TJCompressor",
            "io/github/humbleui/skija/Image",
            "io/github/humbleui/skija/Codec",
            "io/github/humbleui/skija/EncoderJPEG",
            "io/github/humbleui/skija/EncoderPNG",
            "io/github/humbleui/skija/EncoderWEBP",
            "org/lwjgl/stb/STBImage",
            "org/lwjgl/stb/STBImageResize",
            "org/lwjgl/stb/STBImageWrite",
            "app/photofox/vipsffm/VImage",
            "com/luciad/imageio/webp/WebP",
            "com/sun/javafx/iio/ImageStorage",
            "com/sun/javafx/iio/jpeg/JPEGImageLoader",
            "com/sun/javafx/iio/png/PNGImageLoader2",
            "com/sun/javafx/iio/gif/GIFImageLoader2",
            "com/sun/javafx/iio/bmp/BMPImageLoader",
            "ai/djl/modality/cv/ImageFactory",
            "ai/djl/modality/cv/BufferedImageFactory",
            "ai/djl/modality/cv/BufferedImageFactory$BufferedImageWrapper",
            "ai/djl/opencv/OpenCVImageFactory",
            "ai/djl/opencv/OpenCVImage");

    /** The native methods of the table, by class: they get Java methods around them, to be woven. */
    public static final Map<String, Set<String>> NATIVE_METHODS = Map.of(
            "org/bytedeco/opencv/global/opencv_imgcodecs", Set.of("imread", "imdecode", "imwrite", "imencode"),
            "org/bytedeco/opencv/global/opencv_imgproc", Set.of("resize"));

    private DecoderClasses() {
    }
}
