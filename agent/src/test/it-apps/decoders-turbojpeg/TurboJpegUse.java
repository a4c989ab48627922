import java.awt.image.BufferedImage;
import org.libjpegturbo.turbojpeg.TJ;
import org.libjpegturbo.turbojpeg.TJCompressor;
import org.libjpegturbo.turbojpeg.TJDecompressor;

/** libjpeg-turbo's own Java API, 1.2 to 2.1. */
public final class TurboJpegUse implements Use {

    @Override
    public void run(Ledger ledger) throws Exception {
        byte[] jpeg = ledger.bytes("picture.jpeg");
        TJDecompressor decompressor = new TJDecompressor(jpeg);
        ledger.time("decode jpeg turbojpeg turbojpeg ok", 640 * 480, jpeg.length,
                () -> decompressor.decompress(0, 0, BufferedImage.TYPE_3BYTE_BGR, 0));
        ledger.time("decode jpeg turbojpeg turbojpeg ok", 320 * 240, jpeg.length,
                () -> decompressor.decompress(320, 0, 240, TJ.PF_RGB, 0));
        byte[] into = new byte[640 * 480 * 3];
        ledger.time("decode jpeg turbojpeg turbojpeg ok", 640 * 480, jpeg.length, () -> {
            decompressor.decompress(into, 0, 0, 0, 0, 0, TJ.PF_RGB, 0);
            return into;
        });
        ledger.failing("decode jpeg turbojpeg turbojpeg error", jpeg.length, () -> {
            decompressor.decompress(into, 0, 0, 0, 0, 0, -1, 0);
            return null;
        });
        TJCompressor compressor = new TJCompressor(into, 0, 0, 640, 0, 480, TJ.PF_RGB);
        compressor.setSubsamp(TJ.SAMP_420);
        compressor.setJPEGQuality(80);
        ledger.time("encode jpeg turbojpeg turbojpeg ok", 0, Ledger.RETURNED, () -> {
            compressor.compress(0);
            return compressor.getCompressedSize();
        });
        BufferedImage picture = ledger.once("decode jpeg turbojpeg turbojpeg ok", 640 * 480, jpeg.length,
                () -> decompressor.decompress(0, 0, BufferedImage.TYPE_3BYTE_BGR, 0));
        ledger.time("decode jpeg turbojpeg turbojpeg ok", 640 * 480, jpeg.length, () -> {
            decompressor.decompress(picture, 0);
            return picture;
        });
    }
}
