package dev.hotpix.it.app;

import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;

/** A raster of an application's own class, which sees what is written to it. */
final class OwnRaster extends WritableRaster {

    private final StringBuilder calls = new StringBuilder();

    private OwnRaster(SampleModel model, DataBuffer data) {
        super(model, data, new Point(0, 0));
    }

    static OwnRaster bgr(int width, int height) {
        int[] offsets = {2, 1, 0};
        return new OwnRaster(
                new PixelInterleavedSampleModel(DataBuffer.TYPE_BYTE, width, height, 3, 3 * width, offsets),
                new DataBufferByte(3 * width * height));
    }

    @Override
    public void setRect(int x, int y, Raster source) {
        calls.append(x).append(',').append(y).append(' ').append(source.getSample(0, 0, 0)).append('\n');
        super.setRect(x, y, source);
    }

    String calls() {
        return "calls " + ImageText.sha(calls.toString().getBytes(StandardCharsets.UTF_8));
    }
}
