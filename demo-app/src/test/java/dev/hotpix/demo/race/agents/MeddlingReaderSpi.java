package dev.hotpix.demo.race.agents;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** A JPEG reader preferred to the JDK's, which it asks, and whose result it then tampers with. */
public final class MeddlingReaderSpi extends ImageReaderSpi {

    private static final Class<?>[] INPUTS = {ImageInputStream.class};

    private final ImageReaderSpi jdk;
    private final Consumer<BufferedImage> meddling;

    private MeddlingReaderSpi(ImageReaderSpi jdk, Consumer<BufferedImage> meddling) {
        super("test", "1", new String[] {"jpeg"}, null, null, MeddlingReader.class.getName(), INPUTS,
                null, false, null, null, null, null, false, null, null, null, null);
        this.jdk = jdk;
        this.meddling = meddling;
    }

    static void install(Consumer<BufferedImage> meddling) {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        Iterator<ImageReaderSpi> readers = registry.getServiceProviders(
                ImageReaderSpi.class,
                spi -> ((ImageReaderSpi) spi).getPluginClassName().endsWith(".JPEGImageReader"), true);
        ImageReaderSpi jdk = readers.next();
        MeddlingReaderSpi own = new MeddlingReaderSpi(jdk, meddling);
        registry.registerServiceProvider(own, ImageReaderSpi.class);
        registry.setOrdering(ImageReaderSpi.class, own, jdk);
    }

    @Override
    public boolean canDecodeInput(Object source) throws IOException {
        return jdk.canDecodeInput(source);
    }

    @Override
    public ImageReader createReaderInstance(Object extension) throws IOException {
        return new MeddlingReader(this, jdk.createReaderInstance(), meddling);
    }

    @Override
    public String getDescription(Locale locale) {
        return "a reader that meddles";
    }

    private static final class MeddlingReader extends ImageReader {

        private final ImageReader jdk;
        private final Consumer<BufferedImage> meddling;

        MeddlingReader(ImageReaderSpi own, ImageReader jdk, Consumer<BufferedImage> meddling) {
            super(own);
            this.jdk = jdk;
            this.meddling = meddling;
        }

        @Override
        public void setInput(Object input, boolean forwardOnly, boolean ignoreMetadata) {
            super.setInput(input, forwardOnly, ignoreMetadata);
            jdk.setInput(input, forwardOnly, ignoreMetadata);
        }

        @Override
        public BufferedImage read(int index, ImageReadParam param) throws IOException {
            BufferedImage image = jdk.read(index, param);
            meddling.accept(image);
            return image;
        }

        @Override
        public int getNumImages(boolean allowSearch) throws IOException {
            return jdk.getNumImages(allowSearch);
        }

        @Override
        public int getWidth(int index) throws IOException {
            return jdk.getWidth(index);
        }

        @Override
        public int getHeight(int index) throws IOException {
            return jdk.getHeight(index);
        }

        @Override
        public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
            return jdk.getImageTypes(index);
        }

        @Override
        public IIOMetadata getStreamMetadata() throws IOException {
            return jdk.getStreamMetadata();
        }

        @Override
        public IIOMetadata getImageMetadata(int index) throws IOException {
            return jdk.getImageMetadata(index);
        }
    }
}
