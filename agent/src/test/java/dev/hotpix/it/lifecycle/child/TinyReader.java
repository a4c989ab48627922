package dev.hotpix.it.lifecycle.child;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.Supplier;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;

/** An application's own reader, for a class loader that is dropped afterwards. */
public final class TinyReader extends ImageReader implements Supplier<Object> {

    public TinyReader() {
        super(null);
    }

    /** For a caller that cannot name this class. */
    @Override
    public Object get() {
        return read(0, null);
    }

    @Override
    public BufferedImage read(int imageIndex, ImageReadParam param) {
        return new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    }

    @Override
    public int getNumImages(boolean allowSearch) {
        return 1;
    }

    @Override
    public int getWidth(int imageIndex) {
        return 2;
    }

    @Override
    public int getHeight(int imageIndex) {
        return 2;
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int imageIndex) {
        return Collections.emptyIterator();
    }

    @Override
    public IIOMetadata getStreamMetadata() {
        return null;
    }

    @Override
    public IIOMetadata getImageMetadata(int imageIndex) {
        return null;
    }
}
