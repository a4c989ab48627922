package dev.hotpix.redirect.jpeg.encode;

import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;

/**
 * The private parts of the JDK's {@code JPEGImageWriter} that its native encoder calls, or that tell where rows come
 * from. Its package and {@code javax.imageio} must be open to this class. Looking all of this up does not initialise the
 * writer's class.
 */
public final class WriterInternals {

    private static final int TABLES = 11;

    private static final Class<?>[] WRITE_IMAGE = {
        long.class, byte[].class, int.class, int.class, int.class, int[].class, int.class, int.class, int.class,
        int.class, int.class, null, boolean.class, null, null, boolean.class, boolean.class, boolean.class, int.class,
        int[].class, int[].class, int[].class, int[].class, int[].class, boolean.class, int.class
    };

    /** What belongs to one writer and is of no use to another that is to read the same source. */
    private static final Set<String> OWN = Set.of(
            "structPointer", "ios", "raster", "disposerReferent", "disposerRecord", "theThread", "theLockCount", "cbLock",
            "converted");

    private final Class<?> writerClass;
    private final MethodHandle writeImage;
    private final MethodHandle create;
    private final MethodHandle grabPixels;
    private final MethodHandle writeOutputData;
    private final MethodHandle writeMetadata;
    private final MethodHandle setDest;
    private final MethodHandle abortRequested;
    private final VarHandle progressListeners;
    private final VarHandle structPointer;
    private final VarHandle stream;
    private final VarHandle source;
    private final VarHandle row;
    private final VarHandle sourceBands;
    private final VarHandle sourceX;
    private final VarHandle sourceY;
    private final VarHandle sourceWidth;
    private final VarHandle sourceHeight;
    private final VarHandle colorTable;
    private final VarHandle convertsToRgb;
    private final VarHandle premultiplied;
    private final VarHandle invertCmyk;

    /**
     * @param writerClass {@code com.sun.imageio.plugins.jpeg.JPEGImageWriter}
     * @throws ReflectiveOperationException if this JDK's writer is not the one we know
     */
    public WriterInternals(Class<?> writerClass) throws ReflectiveOperationException {
        this.writerClass = writerClass;
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(writerClass, MethodHandles.lookup());
        MethodHandles.Lookup base = MethodHandles.privateLookupIn(ImageWriter.class, MethodHandles.lookup());
        writeImage = lookup.findVirtual(writerClass, "writeImage", MethodType.methodType(boolean.class, types(
                writerClass.getClassLoader()))).asType(bridgeType());
        create = lookup.findConstructor(writerClass, MethodType.methodType(void.class, ImageWriterSpi.class))
                .asType(MethodType.methodType(Object.class, ImageWriterSpi.class));
        grabPixels = method(lookup, "grabPixels", int.class);
        writeOutputData = method(lookup, "writeOutputData", byte[].class, int.class, int.class);
        writeMetadata = method(lookup, "writeMetadata");
        setDest = method(lookup, "setDest", long.class);
        abortRequested = base.findVirtual(ImageWriter.class, "abortRequested", MethodType.methodType(boolean.class))
                .asType(MethodType.methodType(boolean.class, Object.class));
        progressListeners = base.findVarHandle(ImageWriter.class, "progressListeners", List.class);
        structPointer = lookup.findVarHandle(writerClass, "structPointer", long.class);
        stream = lookup.findVarHandle(writerClass, "ios", ImageOutputStream.class);
        source = lookup.findVarHandle(writerClass, "srcRas", Raster.class);
        row = lookup.findVarHandle(writerClass, "raster", WritableRaster.class);
        sourceBands = lookup.findVarHandle(writerClass, "srcBands", int[].class);
        sourceX = lookup.findVarHandle(writerClass, "sourceXOffset", int.class);
        sourceY = lookup.findVarHandle(writerClass, "sourceYOffset", int.class);
        sourceWidth = lookup.findVarHandle(writerClass, "sourceWidth", int.class);
        sourceHeight = lookup.findVarHandle(writerClass, "sourceHeight", int.class);
        colorTable = lookup.findVarHandle(writerClass, "indexCM", IndexColorModel.class);
        convertsToRgb = lookup.findVarHandle(writerClass, "convertTosRGB", boolean.class);
        premultiplied = lookup.findVarHandle(writerClass, "isAlphaPremultiplied", boolean.class);
        invertCmyk = lookup.findVarHandle(writerClass, "invertCMYK", boolean.class);
    }

    private static Class<?>[] types(ClassLoader loader) throws ClassNotFoundException {
        Class<?>[] types = WRITE_IMAGE.clone();
        types[TABLES] = Class.forName("[Ljavax.imageio.plugins.jpeg.JPEGQTable;", false, loader);
        types[TABLES + 2] = Class.forName("[Ljavax.imageio.plugins.jpeg.JPEGHuffmanTable;", false, loader);
        types[TABLES + 3] = types[TABLES + 2];
        return types;
    }

    private static MethodType bridgeType() {
        Class<?>[] types = WRITE_IMAGE.clone();
        for (int i = 0; i < types.length; i++) {
            types[i] = types[i] == null ? Object[].class : types[i];
        }
        return MethodType.methodType(boolean.class, types).insertParameterTypes(0, Object.class);
    }

    private MethodHandle method(MethodHandles.Lookup lookup, String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        return lookup.findVirtual(writerClass, name, MethodType.methodType(void.class, parameters)).asType(
                MethodType.methodType(void.class, parameters).insertParameterTypes(0, Object.class));
    }

    /**
     * The stock encoder as a handle of {@code (Object writer, long, byte[], …)boolean}, with the tables' types widened
     * to {@code Object[]}.
     */
    public MethodHandle stockWriteImage() {
        return writeImage;
    }

    /** Lets stock encode. */
    boolean writeImage(Object writer, WriteRequest r) throws Throwable {
        return (boolean) writeImage.invokeExact(writer, (long) structPointer.get(writer), r.buffer, r.inSpace, r.outSpace,
                r.bands, r.bandSizes, r.sourceWidth, r.width, r.height, r.periodX, r.periodY, r.quantTables, r.emitQuant,
                r.dcTables, r.acTables, r.emitHuffman, r.optimize, r.progressive, r.scanCount, r.scans, r.ids,
                r.horizontal, r.vertical, r.selectors, r.haveMetadata, r.restartInterval);
    }

    /** Whether an object is a writer that these internals belong to; a subclass may do anything. */
    boolean isWriter(Object writer) {
        return writer.getClass() == writerClass;
    }

    /** A new writer, to be disposed of, whose native encoder writes to {@link #stream}. */
    ImageWriter create() throws Throwable {
        Object writer = (Object) create.invokeExact((ImageWriterSpi) null);
        resetNativeState(writer);
        return (ImageWriter) writer;
    }

    /** Copies a row of the source to the writer's buffer, and tells listeners of every eighth. */
    void grabPixels(Object writer, int y) throws Throwable {
        grabPixels.invokeExact(writer, y);
    }

    /** Writes to the application's stream, during which the writer refuses calls. */
    void writeOutputData(Object writer, byte[] data, int length) throws Throwable {
        writeOutputData.invokeExact(writer, data, 0, length);
    }

    /** Writes all markers that come between SOI and the tables. */
    void writeMetadata(Object writer) throws Throwable {
        writeMetadata.invokeExact(writer);
    }

    /** Puts the native encoder into the state of a writer with a new output; it keeps its tables. */
    void resetNativeState(Object writer) throws Throwable {
        setDest.invokeExact(writer, (long) structPointer.get(writer));
    }

    boolean abortRequested(Object writer) throws Throwable {
        return (boolean) abortRequested.invokeExact(writer);
    }

    /** Whether somebody listens to the writer's progress. */
    boolean isWatched(Object writer) {
        return progressListeners.get(writer) != null;
    }

    ImageOutputStream stream(Object writer) {
        return (ImageOutputStream) stream.get(writer);
    }

    void stream(Object writer, ImageOutputStream other) {
        stream.set(writer, other);
    }

    Raster source(Object writer) {
        return (Raster) source.get(writer);
    }

    int[] sourceBands(Object writer) {
        return (int[]) sourceBands.get(writer);
    }

    /** Of the first pixel, in the source's coordinates. */
    int sourceX(Object writer) {
        return (int) sourceX.get(writer);
    }

    int sourceY(Object writer) {
        return (int) sourceY.get(writer);
    }

    /** The colours of an indexed source; null for any other. */
    IndexColorModel colorTable(Object writer) {
        return (IndexColorModel) colorTable.get(writer);
    }

    /** Whether the writer changes samples as it copies them. */
    boolean changesSamples(Object writer) {
        return (boolean) convertsToRgb.get(writer) || (boolean) premultiplied.get(writer)
                || (boolean) invertCmyk.get(writer);
    }

    /** Lets a writer read all of a raster, each row by way of {@code line}. */
    void source(Object writer, Raster from, WritableRaster line) {
        int[] bands = new int[from.getNumBands()];
        for (int i = 0; i < bands.length; i++) {
            bands[i] = i;
        }
        source.set(writer, from);
        row.set(writer, line);
        sourceBands.set(writer, bands);
        sourceWidth.set(writer, from.getWidth());
        sourceHeight.set(writer, from.getHeight());
    }

    /** Lets a new writer read what another is about to read, each row by way of {@code line}. */
    void copySource(Object from, Object to, WritableRaster line) throws IllegalAccessException {
        for (Field field : fields()) {
            field.set(to, field.get(from));
        }
        row.set(to, line);
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Field field : writerClass.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())
                    && !OWN.contains(field.getName())) {
                field.setAccessible(true);
                fields.add(field);
            }
        }
        return fields;
    }
}
