package dev.hotpix.it.app.operations;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.util.function.Consumer;

/** Draws and filters of {@code Graphics2D} and {@code java.awt.image}. */
final class Draws {

    private static final Object[] HINTS = {null, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR,
        RenderingHints.VALUE_INTERPOLATION_BILINEAR, RenderingHints.VALUE_INTERPOLATION_BICUBIC};
    private static final int[] TYPES = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_4BYTE_ABGR_PRE, BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_565_RGB, BufferedImage.TYPE_USHORT_GRAY};
    private static final AffineTransform HALF = AffineTransform.getScaleInstance(0.5, 0.5);

    private final Ledger ledger;

    Draws(Ledger ledger) {
        this.ledger = ledger;
    }

    void run() throws Exception {
        for (Object hint : HINTS) {
            for (int type : TYPES) {
                scaled(Ledger.picture(100, 80, type), hint);
                unscaled(Ledger.picture(100, 80, type), hint);
            }
            icons(hint);
        }
        transforms();
        conversions();
    }

    /** Draws to a fresh canvas, whose pixels are a result. */
    private void draw(Object hint, Consumer<Graphics2D> drawing) {
        BufferedImage canvas = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = canvas.createGraphics();
        if (hint != null) {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, hint);
        }
        drawing.accept(graphics);
        graphics.dispose();
        ledger.result(canvas);
    }

    private void scaled(BufferedImage image, Object hint) throws Exception {
        ledger.run(() -> draw(hint, to -> to.drawImage(image, 0, 0, 200, 160, null)),
                "resize unknown java2d ok 32000");
        ledger.run(() -> draw(hint, to -> to.drawImage(image, 3, 4, 50, 40, Color.RED, null)),
                "resize unknown java2d ok 2000");
        ledger.run(() -> draw(hint, to -> to.drawImage(image, 0, 0, 200, 100, 10, 10, 60, 35, null)),
                "resize unknown java2d ok 20000");
        ledger.run(() -> draw(hint, to -> to.drawImage(image, 200, 100, 0, 0, 10, 10, 60, 35, Color.BLUE, null)),
                "resize unknown java2d ok 20000");
        ledger.run(() -> draw(hint, to -> to.drawImage(image, HALF, null)),
                "resize unknown java2d ok 2000");
        ledger.run(() -> draw(hint, to -> to.drawRenderedImage(image, HALF)),
                "resize unknown java2d ok 2000");
        ledger.run(() -> draw(hint, to -> to.drawImage(image, halfOf(to), 5, 5)),
                "resize unknown java2d ok 2000");
        ledger.run(() -> draw(hint, to -> larger(to).drawImage(image, 0, 0, null)),
                "resize unknown java2d ok 24000");
        ledger.run(() -> draw(hint, to -> clipped(to).drawImage(image, 0, 0, 200, 160, null)),
                "resize unknown java2d ok 1000");
        ledger.run(() -> draw(hint, to -> inEllipse(to).drawImage(image, 0, 0, 200, 160, null)),
                "resize unknown java2d ok 4800");
    }

    private static AffineTransformOp halfOf(Graphics2D graphics) {
        return new AffineTransformOp(HALF, graphics.getRenderingHints());
    }

    private static Graphics2D larger(Graphics2D graphics) {
        graphics.scale(2, 1.5);
        return graphics;
    }

    private static Graphics2D clipped(Graphics2D graphics) {
        graphics.setClip(0, 0, 50, 20);
        return graphics;
    }

    private static Graphics2D inEllipse(Graphics2D graphics) {
        graphics.setClip(new Ellipse2D.Float(0, 0, 80, 60));
        graphics.setComposite(AlphaComposite.SrcOver.derive(0.5f));
        return graphics;
    }

    private void unscaled(BufferedImage image, Object hint) throws Exception {
        ledger.run(() -> draw(hint, to -> to.drawImage(image, 7, 9, null)));
        ledger.run(() -> draw(hint, to -> to.drawImage(image, 7, 9, 100, 80, null)));
        ledger.run(() -> draw(hint, to -> to.drawImage(image, 7, 9, 57, 49, 10, 10, 60, 50, null)));
        ledger.run(() -> draw(hint, to -> to.drawImage(image, AffineTransform.getTranslateInstance(0.5, 0.25), null)));
        ledger.run(() -> draw(hint, to -> to.drawImage(image, AffineTransform.getRotateInstance(0.3, 50, 40), null)));
        ledger.run(() -> draw(hint, to -> to.drawImage(image, 500, 0, 200, 160, null)));
        ledger.run(() -> draw(hint, to -> to.drawImage(image, 0, 0, 0, 0, null)));
    }

    private void icons(Object hint) throws Exception {
        BufferedImage icon = Ledger.picture(16, 16, BufferedImage.TYPE_INT_ARGB);
        ledger.run(() -> draw(hint, to -> to.drawImage(icon, 0, 0, 31, 31, null)));
        ledger.run(() -> draw(hint, to -> to.drawImage(icon, AffineTransform.getScaleInstance(1.5, 1.5), null)));
        ledger.run(() -> draw(hint, to -> to.drawImage(icon, 0, 0, 32, 31, null)),
                "resize unknown java2d ok 992");
    }

    private void transforms() throws Exception {
        for (int method = 1; method <= 3; method++) {
            AffineTransformOp half = new AffineTransformOp(HALF, method);
            AffineTransformOp turn =
                    new AffineTransformOp(AffineTransform.getQuadrantRotateInstance(1, 50, 40), method);
            for (int type : TYPES) {
                BufferedImage image = Ledger.picture(100, 80, type);
                ledger.run(() -> ledger.result(turn.filter(image, new BufferedImage(100, 80, type))));
                ledger.run(() -> ledger.result(half.filter(image, new BufferedImage(50, 40, type))),
                        "resize unknown java2d ok 2000");
            }
            BufferedImage image = Ledger.picture(100, 80, BufferedImage.TYPE_3BYTE_BGR);
            ledger.run(() -> ledger.result(half.filter(image, null)), "resize unknown java2d ok 2000");
            WritableRaster raster = Ledger.picture(100, 80, BufferedImage.TYPE_BYTE_GRAY).getRaster();
            ledger.run(() -> ledger.result(half.filter(raster, null)), "resize unknown java2d ok 2000");
            ledger.run(Ledger.failing(() -> half.filter(image, image)), "resize unknown java2d error 0");
        }
    }

    private void conversions() throws Exception {
        ColorConvertOp any = new ColorConvertOp(null);
        BufferedImage image = Ledger.picture(100, 80, BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage gray = new BufferedImage(100, 80, BufferedImage.TYPE_BYTE_GRAY);
        ledger.run(() -> ledger.result(any.filter(image, gray)), "convert unknown java2d ok 8000");
        ColorConvertOp toGray = new ColorConvertOp(
                image.getColorModel().getColorSpace(), gray.getColorModel().getColorSpace(), null);
        WritableRaster target = gray.getRaster();
        ledger.run(() -> ledger.result(toGray.filter(image.getRaster(), target)), "convert unknown java2d ok 8000");
        BufferedImage small = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY);
        ledger.run(Ledger.failing(() -> any.filter(image, small)), "convert unknown java2d error 0");
        ledger.run(() -> draw(null, to -> to.drawImage(image, toGray, 0, 0)), "convert unknown java2d ok 8000");
    }
}
