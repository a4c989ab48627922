package dev.hotpix.instrument.bridge;

import dev.hotpix.instrument.imageio.ImageIoCalls;
import dev.hotpix.instrument.waste.ImageUses;

/** The agent's side of the bridge for reads and writes. */
final class ImageIoSink extends HotpixImageIo {

    private final ImageIoCalls imageIo;
    private final ImageUses uses;

    ImageIoSink(ImageIoCalls imageIo, ImageUses uses) {
        this.imageIo = imageIo;
        this.uses = uses;
    }

    @Override
    protected long decodeEntered(Object reader) {
        return imageIo.decodeEntered(reader);
    }

    @Override
    protected void decodeLeft(long token, Object reader, Object result, Throwable thrown) {
        imageIo.decodeLeft(token, reader, result, thrown);
    }

    @Override
    protected long encodeEntered(Object writer) {
        return imageIo.encodeEntered(writer);
    }

    @Override
    protected void encodeLeft(long token, Object writer, Object image, boolean written, Throwable thrown) {
        imageIo.encodeLeft(token, writer, image, written, thrown);
        if (token != 0) {
            uses.written(image);
        }
    }

    @Override
    protected void pluginSeen(Class<?> plugin) {
        imageIo.pluginSeen(plugin);
    }

    @Override
    protected void readSeen(Object reader, int imageIndex, Object param, Object result) {
        imageIo.readSeen(reader, imageIndex, param, result);
    }
}
