import com.sun.javafx.iio.ImageFrame;
import com.sun.javafx.iio.ImageStorage;
import java.io.ByteArrayInputStream;

/** JavaFX: its images need no window, but its toolkit; below that its loaders do without. */
public final class JavaFxUse implements Use {

    @Override
    public void run(Ledger ledger) throws Exception {
        byte[] jpeg = ledger.bytes("picture.jpeg");
        byte[] png = ledger.bytes("picture.png");
        ledger.time("decode jpeg javafx javafx ok", 640 * 480, 0, () -> load(jpeg));
        ledger.time("decode png javafx javafx ok", 640 * 480, 0, () -> load(png));
        ledger.failing("decode unknown javafx javafx error", 0, () -> load(new byte[100]));
    }

    private static ImageFrame[] load(byte[] file) throws Exception {
        ImageFrame[] frames =
                ImageStorage.loadAll(new ByteArrayInputStream(file), null, 0, 0, false, 1, false);
        Ledger.check(frames[0].getWidth() == 640);
        return frames;
    }
}
