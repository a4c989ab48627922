import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.lwjgl.BufferUtils;
import org.lwjgl.stb.STBImage;
import org.lwjgl.stb.STBImageResize;
import org.lwjgl.stb.STBImageWrite;

/** The stb libraries through LWJGL. */
public final class StbUse implements Use {

    @Override
    public void run(Ledger ledger) throws Exception {
        byte[] jpeg = ledger.bytes("picture.jpeg");
        ByteBuffer file = BufferUtils.createByteBuffer(jpeg.length);
        file.put(jpeg).flip();
        IntBuffer width = BufferUtils.createIntBuffer(1);
        IntBuffer height = BufferUtils.createIntBuffer(1);
        IntBuffer channels = BufferUtils.createIntBuffer(1);
        String png = ledger.file("picture.png").toString();
        ledger.time("decode jpeg lwjgl-stb lwjgl-stb ok", 640 * 480, jpeg.length, () -> {
            ByteBuffer pixels = STBImage.stbi_load_from_memory(file, width, height, channels, 3);
            Ledger.check(width.get(0) == 640 && file.remaining() == jpeg.length);
            STBImage.stbi_image_free(pixels);
            return pixels;
        });
        ledger.time("decode png lwjgl-stb lwjgl-stb ok", 640 * 480, 0, () -> {
            ByteBuffer pixels = STBImage.stbi_load(png, new int[1], new int[1], new int[1], 3);
            STBImage.stbi_image_free(pixels);
            return pixels;
        });
        ByteBuffer junk = BufferUtils.createByteBuffer(100);
        ledger.failing("decode unknown lwjgl-stb lwjgl-stb error", 100,
                () -> STBImage.stbi_load_from_memory(junk, width, height, channels, 3));
        ByteBuffer pixels = ledger.once("decode jpeg lwjgl-stb lwjgl-stb ok", 640 * 480, jpeg.length,
                () -> STBImage.stbi_load_from_memory(file, width, height, channels, 3));
        ByteBuffer small = BufferUtils.createByteBuffer(100 * 75 * 3);
        ledger.time("resize unknown lwjgl-stb lwjgl-stb ok", 100 * 75, 0,
                () -> STBImageResize.stbir_resize_uint8_linear(
                        pixels, 640, 480, 0, small, 100, 75, 0, STBImageResize.STBIR_RGB));
        String copy = ledger.file("copy.jpg").toString();
        ledger.time("encode jpeg lwjgl-stb lwjgl-stb ok", 640 * 480, 0,
                () -> STBImageWrite.stbi_write_jpg(copy, 640, 480, 3, pixels, 80));
    }
}
