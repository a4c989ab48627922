import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** Deep Java Library's images over ImageIO and Java2D: counted once, as DJL's. */
public final class DjlUse implements Use {

    @Override
    public void run(Ledger ledger) throws Exception {
        ImageFactory factory = ImageFactory.getInstance();
        byte[] png = ledger.bytes("picture.png");
        Image picture = ledger.once("decode png djl stock ok", 640 * 480, Ledger.ANY,
                () -> factory.fromInputStream(new ByteArrayInputStream(png)));
        ledger.time("decode png djl stock ok", 640 * 480, Ledger.ANY,
                () -> factory.fromInputStream(new ByteArrayInputStream(png)));
        ledger.time("decode png djl stock ok", 640 * 480, Ledger.ANY,
                () -> factory.fromFile(ledger.file("picture.png")));
        ledger.time("resize unknown djl stock ok", 100 * 75, 0, () -> picture.resize(100, 75, false));
        ledger.time("encode png djl stock ok", 640 * 480, Ledger.ANY, () -> {
            picture.save(new ByteArrayOutputStream(), "png");
            return picture;
        });
    }
}
