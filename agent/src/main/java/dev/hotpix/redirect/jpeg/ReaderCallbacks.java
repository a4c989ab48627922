package dev.hotpix.redirect.jpeg;

import java.awt.Rectangle;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;

/** What stock's native decoder calls in the JDK's {@code JPEGImageReader}, and whom that tells about it. */
public final class ReaderCallbacks {

    private final MethodHandle acceptPixels;
    private final MethodHandle passStarted;
    private final MethodHandle passComplete;
    private final MethodHandle clearNativeAbort;
    private final VarHandle abortFlag;
    private final VarHandle[] listeners;
    private final VarHandle raster;
    private final VarHandle target;
    private final VarHandle destinationRegion;
    private final VarHandle convert;
    private final VarHandle invertCmyk;

    /**
     * Its package and {@code javax.imageio} must be open to this class.
     *
     * @param readerClass {@code com.sun.imageio.plugins.jpeg.JPEGImageReader}
     * @throws ReflectiveOperationException if this JDK's reader is not the one we know
     */
    public ReaderCallbacks(Class<?> readerClass) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(readerClass, MethodHandles.lookup());
        MethodHandles.Lookup base = MethodHandles.privateLookupIn(ImageReader.class, MethodHandles.lookup());
        acceptPixels = lookup.findVirtual(readerClass, "acceptPixels",
                MethodType.methodType(void.class, int.class, boolean.class)).asType(
                MethodType.methodType(void.class, Object.class, int.class, boolean.class));
        passStarted = lookup.findVirtual(readerClass, "passStarted", MethodType.methodType(void.class, int.class))
                .asType(MethodType.methodType(void.class, Object.class, int.class));
        passComplete = lookup.findVirtual(readerClass, "passComplete", MethodType.methodType(void.class))
                .asType(MethodType.methodType(void.class, Object.class));
        clearNativeAbort = lookup.findVirtual(readerClass, "clearNativeReadAbortFlag",
                MethodType.methodType(void.class, long.class)).asType(
                MethodType.methodType(void.class, Object.class, long.class));
        abortFlag = base.findVarHandle(ImageReader.class, "abortFlag", boolean.class);
        listeners = new VarHandle[] {
            base.findVarHandle(ImageReader.class, "updateListeners", List.class),
            base.findVarHandle(ImageReader.class, "progressListeners", List.class),
            base.findVarHandle(ImageReader.class, "warningListeners", List.class)
        };
        raster = lookup.findVarHandle(readerClass, "raster", WritableRaster.class);
        target = lookup.findVarHandle(readerClass, "target", WritableRaster.class);
        destinationRegion = lookup.findVarHandle(readerClass, "destROI", Rectangle.class);
        convert = lookup.findVarHandle(readerClass, "convert", ColorConvertOp.class);
        invertCmyk = lookup.findVarHandle(readerClass, "invertCMYK", boolean.class);
    }

    /** The row that is in the reader's buffer goes to the destination and to listeners. */
    void acceptPixels(Object reader, int y, boolean severalScans) throws Throwable {
        acceptPixels.invokeExact(reader, y, severalScans);
    }

    void passStarted(Object reader, int pass) throws Throwable {
        passStarted.invokeExact(reader, pass);
    }

    void passComplete(Object reader) throws Throwable {
        passComplete.invokeExact(reader);
    }

    boolean abortRequested(Object reader) {
        return (boolean) abortFlag.get((ImageReader) reader);
    }

    void abortRequested(Object reader, boolean requested) {
        abortFlag.set((ImageReader) reader, requested);
    }

    /** Makes the native decoder forget an abort. */
    void clearNativeAbort(ReadRequest request) throws Throwable {
        clearNativeAbort.invokeExact(request.reader(), request.structPointer());
    }

    /**
     * Runs stock's decode of a request so that nobody sees it: no destination, no listener but one.
     *
     * @param stock the decode
     */
    void unseen(Object reader, IIOReadUpdateListener only, StockDecode stock) throws Throwable {
        ImageReader base = (ImageReader) reader;
        Object[] told = new Object[listeners.length];
        for (int i = 0; i < told.length; i++) {
            told[i] = listeners[i].getAndSet(base, (List<?>) null);
        }
        WritableRaster oldTarget = (WritableRaster) target.get(reader);
        Rectangle oldRegion = (Rectangle) destinationRegion.get(reader);
        ColorConvertOp oldConvert = (ColorConvertOp) convert.get(reader);
        boolean oldInvert = (boolean) invertCmyk.get(reader);
        try {
            listeners[0].set(base, Collections.singletonList(only));
            WritableRaster row = (WritableRaster) raster.get(reader);
            // Whatever lies outside of it is clipped.
            target.set(reader, row.createCompatibleWritableRaster(1, 1));
            destinationRegion.set(reader, new Rectangle(0, 0, 1, 1));
            convert.set(reader, (ColorConvertOp) null);
            invertCmyk.set(reader, false);
            stock.run();
        } finally {
            for (int i = 0; i < told.length; i++) {
                listeners[i].set(base, (List<?>) told[i]);
            }
            target.set(reader, oldTarget);
            destinationRegion.set(reader, oldRegion);
            convert.set(reader, oldConvert);
            invertCmyk.set(reader, oldInvert);
        }
    }

    /** A decode by stock. */
    @FunctionalInterface
    interface StockDecode {
        void run() throws Throwable;
    }
}
