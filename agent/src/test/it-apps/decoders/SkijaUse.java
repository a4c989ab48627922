import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.Codec;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncoderJPEG;
import io.github.humbleui.skija.EncoderPNG;
import io.github.humbleui.skija.Image;

/** Skija. */
public final class SkijaUse implements Use {

    @Override
    public void run(Ledger ledger) throws Exception {
        byte[] jpeg = ledger.bytes("picture.jpeg");
        ledger.time("decode jpeg skija skija lazy", 0, 0, () -> {
            Image image = Image.makeFromEncoded(jpeg);
            Ledger.check(image.getWidth() == 640);
            return image;
        });
        ledger.failing("decode unknown skija skija error", 0, () -> Image.makeFromEncoded(new byte[100]));
        Codec codec = Codec.makeFromData(Data.makeFromBytes(jpeg));
        Codec png = Codec.makeFromData(Data.makeFromBytes(ledger.bytes("picture.png")));
        ledger.time("decode jpeg skija skija ok", 640 * 480, 0, codec::readPixels);
        Bitmap bitmap = new Bitmap();
        bitmap.allocPixels(png.getImageInfo());
        ledger.time("decode png skija skija ok", 640 * 480, 0, () -> png.readPixels(bitmap));
        Bitmap pixels = ledger.once("decode jpeg skija skija ok", 640 * 480, 0, codec::readPixels);
        Image raster = Image.makeRasterFromBitmap(pixels.setImmutable());
        ledger.time("encode jpeg skija skija ok", 640 * 480, Ledger.RETURNED,
                () -> EncoderJPEG.encode(raster).getSize());
        ledger.once("encode png skija skija ok", 640 * 480, Ledger.RETURNED, () -> EncoderPNG.encode(raster).getSize());
    }
}
