package dev.hotpix.it.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** A third party's reader, of files that consist of a name only. */
final class ToyReader extends ImageReader {

    static final byte[] FILE = {'T', 'O', 'Y', '1'};

    private static final int SIZE = 64;

    private ToyReader(Provider provider) {
        super(provider);
    }

    /** Its service provider. */
    static final class Provider extends ImageReaderSpi {

        Provider() {
            super("a third party", "1", new String[] {"toy"}, new String[] {"toy"}, new String[] {"image/x-toy"},
                    ToyReader.class.getName(), new Class<?>[] {ImageInputStream.class}, null, false, null, null, null,
                    null, false, null, null, null, null);
        }

        @Override
        public boolean canDecodeInput(Object source) throws IOException {
            if (!(source instanceof ImageInputStream)) {
                return false;
            }
            ImageInputStream stream = (ImageInputStream) source;
            byte[] start = new byte[FILE.length];
            stream.mark();
            int count = stream.read(start);
            stream.reset();
            return count == start.length && Arrays.equals(start, FILE);
        }

        @Override
        public ImageReader createReaderInstance(Object extension) {
            return new ToyReader(this);
        }

        @Override
        public String getDescription(Locale locale) {
            return "toys";
        }
    }

    @Override
    public int getNumImages(boolean allowSearch) {
        return 1;
    }

    @Override
    public int getWidth(int imageIndex) {
        return SIZE;
    }

    @Override
    public int getHeight(int imageIndex) {
        return SIZE;
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int imageIndex) {
        return List.of(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB)).iterator();
    }

    @Override
    public IIOMetadata getStreamMetadata() {
        return null;
    }

    @Override
    public IIOMetadata getImageMetadata(int imageIndex) {
        return null;
    }

    @Override
    public BufferedImage read(int imageIndex, ImageReadParam param) {
        return new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    }
}
