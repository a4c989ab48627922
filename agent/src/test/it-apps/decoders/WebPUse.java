import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.imageio.ImageIO;

/** A plug-in of ImageIO with a native codec: counted as ImageIO's, once, with the engine that did the work. */
public final class WebPUse implements Use {

    @Override
    public void run(Ledger ledger) throws Exception {
        BufferedImage picture = ledger.once("decode bmp imageio stock ok", 640 * 480, Ledger.ANY,
                () -> ImageIO.read(ledger.file("picture.bmp").toFile()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ledger.once("encode webp imageio webp-imageio ok", 640 * 480, Ledger.ANY,
                () -> ImageIO.write(picture, "webp", out));
        byte[] webp = out.toByteArray();
        ledger.time("decode webp imageio webp-imageio ok", 640 * 480, Ledger.ANY,
                () -> ImageIO.read(new ByteArrayInputStream(webp)));
        ledger.time("encode webp imageio webp-imageio ok", 640 * 480, Ledger.ANY,
                () -> ImageIO.write(picture, "webp", new ByteArrayOutputStream()));
    }
}
