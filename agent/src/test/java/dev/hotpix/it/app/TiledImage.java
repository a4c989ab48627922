package dev.hotpix.it.app;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Vector;

/** An image in tiles, as an application's own class. */
final class TiledImage implements RenderedImage {

    private final BufferedImage whole;
    private final int tileWidth;
    private final int tileHeight;

    TiledImage(BufferedImage whole, int tileWidth, int tileHeight) {
        this.whole = whole;
        this.tileWidth = tileWidth;
        this.tileHeight = tileHeight;
    }

    @Override
    public Vector<RenderedImage> getSources() {
        return null;
    }

    @Override
    public Object getProperty(String name) {
        return java.awt.Image.UndefinedProperty;
    }

    @Override
    public String[] getPropertyNames() {
        return null;
    }

    @Override
    public ColorModel getColorModel() {
        return whole.getColorModel();
    }

    @Override
    public SampleModel getSampleModel() {
        return whole.getSampleModel();
    }

    @Override
    public int getWidth() {
        return whole.getWidth();
    }

    @Override
    public int getHeight() {
        return whole.getHeight();
    }

    @Override
    public int getMinX() {
        return 0;
    }

    @Override
    public int getMinY() {
        return 0;
    }

    @Override
    public int getNumXTiles() {
        return (getWidth() + tileWidth - 1) / tileWidth;
    }

    @Override
    public int getNumYTiles() {
        return (getHeight() + tileHeight - 1) / tileHeight;
    }

    @Override
    public int getMinTileX() {
        return 0;
    }

    @Override
    public int getMinTileY() {
        return 0;
    }

    @Override
    public int getTileWidth() {
        return tileWidth;
    }

    @Override
    public int getTileHeight() {
        return tileHeight;
    }

    @Override
    public int getTileGridXOffset() {
        return 0;
    }

    @Override
    public int getTileGridYOffset() {
        return 0;
    }

    @Override
    public Raster getTile(int tileX, int tileY) {
        int x = tileX * tileWidth;
        int y = tileY * tileHeight;
        int width = Math.min(tileWidth, getWidth() - x);
        int height = Math.min(tileHeight, getHeight() - y);
        return whole.getRaster().createChild(x, y, width, height, x, y, null);
    }

    @Override
    public Raster getData() {
        return whole.getData();
    }

    @Override
    public Raster getData(Rectangle part) {
        return whole.getData(part);
    }

    @Override
    public WritableRaster copyData(WritableRaster to) {
        WritableRaster copy = to == null
                ? Raster.createWritableRaster(getSampleModel().createCompatibleSampleModel(getWidth(), getHeight()), new Point()) : to;
        copy.setRect(whole.getRaster());
        return copy;
    }
}
