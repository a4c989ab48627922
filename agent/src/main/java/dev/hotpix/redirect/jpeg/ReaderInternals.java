package dev.hotpix.redirect.jpeg;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The private state of the JDK's {@code JPEGImageReader} on which the redirect decides and which it leaves as
 * a stock decode would. Its package must be open to this class. Looking all of this up does not initialise
 * the reader's class.
 */
public final class ReaderInternals {

    private static final Class<?>[] READ_IMAGE = {
        int.class, long.class, byte[].class, int.class, int[].class, int[].class, int.class, int.class, int.class,
        int.class, int.class, int.class, null, null, null, int.class, int.class, boolean.class
    };

    private final Class<?> readerClass;
    private final MethodHandle readImage;
    private final MethodHandle setSource;
    private final MethodHandle readImageHeader;
    private final MethodHandle pushBack;
    private final VarHandle structPointer;
    private final VarHandle stream;
    private final VarHandle imagePositions;
    private final VarHandle image;
    private final VarHandle target;
    private final VarHandle destinationRegion;
    private final VarHandle readAsRaster;
    private final VarHandle width;
    private final VarHandle height;
    private final VarHandle colorSpaceCode;
    private final VarHandle outColorSpaceCode;
    private final VarHandle convert;
    private final VarHandle invertCmyk;
    private final VarHandle profileSpace;
    private final VarHandle abbreviatedTables;
    private final VarHandle abbreviatedHuffmanTables;

    /**
     * @param readerClass {@code com.sun.imageio.plugins.jpeg.JPEGImageReader}
     * @throws ReflectiveOperationException if this JDK's reader is not the one we know
     */
    public ReaderInternals(Class<?> readerClass) throws ReflectiveOperationException {
        this.readerClass = readerClass;
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(readerClass, MethodHandles.lookup());
        ClassLoader loader = readerClass.getClassLoader();
        Class<?> quantTables = Class.forName("[Ljavax.imageio.plugins.jpeg.JPEGQTable;", false, loader);
        Class<?> huffmanTables = Class.forName("[Ljavax.imageio.plugins.jpeg.JPEGHuffmanTable;", false, loader);
        Class<?>[] types = READ_IMAGE.clone();
        types[12] = quantTables;
        types[13] = huffmanTables;
        types[14] = huffmanTables;
        readImage = lookup.findVirtual(readerClass, "readImage", MethodType.methodType(boolean.class, types))
                .asType(bridgeType());
        setSource = lookup.findVirtual(readerClass, "setSource", MethodType.methodType(void.class, long.class));
        readImageHeader = lookup.findVirtual(readerClass, "readImageHeader",
                MethodType.methodType(boolean.class, long.class, boolean.class, boolean.class));
        pushBack = lookup.findVirtual(readerClass, "pushBack", MethodType.methodType(void.class, int.class));
        structPointer = lookup.findVarHandle(readerClass, "structPointer", long.class);
        stream = lookup.findVarHandle(readerClass, "iis", ImageInputStream.class);
        imagePositions = lookup.findVarHandle(readerClass, "imagePositions", List.class);
        image = lookup.findVarHandle(readerClass, "image", BufferedImage.class);
        target = lookup.findVarHandle(readerClass, "target", WritableRaster.class);
        destinationRegion = lookup.findVarHandle(readerClass, "destROI", Rectangle.class);
        readAsRaster = lookup.findVarHandle(readerClass, "readAsRaster", boolean.class);
        width = lookup.findVarHandle(readerClass, "width", int.class);
        height = lookup.findVarHandle(readerClass, "height", int.class);
        colorSpaceCode = lookup.findVarHandle(readerClass, "colorSpaceCode", int.class);
        outColorSpaceCode = lookup.findVarHandle(readerClass, "outColorSpaceCode", int.class);
        convert = lookup.findVarHandle(readerClass, "convert", ColorConvertOp.class);
        invertCmyk = lookup.findVarHandle(readerClass, "invertCMYK", boolean.class);
        profileSpace = lookup.findVarHandle(readerClass, "iccCS", ColorSpace.class);
        abbreviatedTables = lookup.findVarHandle(readerClass, "abbrevQTables", quantTables);
        abbreviatedHuffmanTables = lookup.findVarHandle(readerClass, "abbrevDCHuffmanTables", huffmanTables);
    }

    private static MethodType bridgeType() {
        Class<?>[] types = READ_IMAGE.clone();
        for (int i = 0; i < types.length; i++) {
            types[i] = types[i] == null ? Object[].class : types[i];
        }
        return MethodType.methodType(boolean.class, types).insertParameterTypes(0, Object.class);
    }

    /**
     * The stock decoder as a handle of {@code (Object reader, int, long, byte[], …)boolean}, with the tables'
     * types widened to {@code Object[]}.
     */
    public MethodHandle stockReadImage() {
        return readImage;
    }

    /** Whether an object is a reader that these internals belong to; a subclass may do anything. */
    boolean isReader(Object reader) {
        return reader.getClass() == readerClass;
    }

    /** Whether a read of this reader ever came with tables for images that lack them. */
    boolean hasAbbreviatedTables(Object reader) {
        return abbreviatedTables.get(reader) != null || abbreviatedHuffmanTables.get(reader) != null;
    }

    ImageInputStream stream(Object reader) {
        return (ImageInputStream) stream.get(reader);
    }

    /** Lets the native decoder read another stream. */
    void stream(Object reader, ImageInputStream other) {
        stream.set(reader, other);
    }

    /** Gives a reader back the application's stream, if the native decoder was reading one that repeats it. */
    void restoreStream(Object reader) throws IOException {
        ImageInputStream now = stream(reader);
        if (now instanceof RepeatedStream) {
            stream.set(reader, ((RepeatedStream) now).stream());
            ((RepeatedStream) now).finish();
        }
    }

    /** Seeks back over bytes that were read but do not belong to the image, as the native decoder does. */
    void pushBack(Object reader, int bytes) throws IOException {
        try {
            pushBack.invoke(reader, bytes);
        } catch (RuntimeException | Error | IOException thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where an image starts in the stream, in bytes. */
    long imagePosition(Object reader, int imageIndex) {
        return (Long) ((List<?>) imagePositions.get(reader)).get(imageIndex);
    }

    BufferedImage image(Object reader) {
        return (BufferedImage) image.get(reader);
    }

    WritableRaster target(Object reader) {
        return (WritableRaster) target.get(reader);
    }

    Rectangle destinationRegion(Object reader) {
        return (Rectangle) destinationRegion.get(reader);
    }

    boolean readsRaster(Object reader) {
        return (boolean) readAsRaster.get(reader);
    }

    int width(Object reader) {
        return (int) width.get(reader);
    }

    int height(Object reader) {
        return (int) height.get(reader);
    }

    /** The JDK's reading of the file's colour space, a libjpeg {@code J_COLOR_SPACE}. */
    int colorSpaceCode(Object reader) {
        return (int) colorSpaceCode.get(reader);
    }

    /** What the JDK asks its decoder to convert to, a libjpeg {@code J_COLOR_SPACE}. */
    int outColorSpaceCode(Object reader) {
        return (int) outColorSpaceCode.get(reader);
    }

    /** Whether the reader changes samples after decoding: profile conversion, or inversion of CMYK. */
    boolean convertsAfterwards(Object reader) {
        return convert.get(reader) != null || (boolean) invertCmyk.get(reader);
    }

    /** The conversion from the embedded profile that the reader makes after decoding; null without one. */
    ColorConvertOp profileConversion(Object reader) {
        return (boolean) invertCmyk.get(reader) ? null : (ColorConvertOp) convert.get(reader);
    }

    /** The colour space of the embedded profile, or null. */
    ColorSpace profileSpace(Object reader) {
        return (ColorSpace) profileSpace.get(reader);
    }

    /**
     * Puts the reader's native decoder into the state after a finished image: no header pending, and no input
     * in its buffer that a later {@code setInput} would push back into the application's stream.
     */
    void forgetPendingImage(Object reader) throws IOException {
        try {
            setSource.invoke(reader, (long) structPointer.get(reader));
        } catch (RuntimeException | Error | IOException thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Lets the reader's native decoder read a tables-only datastream. Stock keeps the tables of one image for
     * the next, also those that appear between the scans of a progressive file, which only the codec has seen.
     */
    void readTables(Object reader, byte[] tables) throws IOException {
        Object applicationStream = stream.get(reader);
        try (ImageInputStream replacement = new MemoryCacheImageInputStream(new ByteArrayInputStream(tables))) {
            stream.set(reader, replacement);
            boolean tablesOnly = (boolean) readImageHeader.invoke(reader, (long) structPointer.get(reader), true, true);
            if (!tablesOnly) {
                throw new IllegalStateException("tables not accepted");
            }
        } catch (RuntimeException | Error | IOException thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            stream.set(reader, applicationStream);
        }
    }
}
