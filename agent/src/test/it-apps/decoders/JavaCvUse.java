import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** OpenCV through Bytedeco's presets, as JavaCV uses it: native methods without a Java method around them. */
public final class JavaCvUse implements Use {

    @Override
    public void run(Ledger ledger) throws Exception {
        String path = ledger.file("picture.jpeg").toString();
        String copy = ledger.file("copy.bmp").toString();
        byte[] bytes = ledger.bytes("picture.jpeg");
        ledger.time("decode jpeg javacv opencv ok", 640 * 480, 0, () -> opencv_imgcodecs.imread(path));
        ledger.time("decode jpeg javacv opencv ok", 320 * 240, 0,
                () -> opencv_imgcodecs.imread(path, opencv_imgcodecs.IMREAD_REDUCED_COLOR_2));
        ledger.time("decode unknown javacv opencv ok", 640 * 480, bytes.length,
                () -> opencv_imgcodecs.imdecode(new Mat(bytes), opencv_imgcodecs.IMREAD_COLOR));
        ledger.failing("decode jpeg javacv opencv error", 0, () -> opencv_imgcodecs.imread("/nowhere/nothing.jpg"));
        Mat picture = ledger.once("decode jpeg javacv opencv ok", 640 * 480, 0, () -> opencv_imgcodecs.imread(path));
        Mat into = picture.clone();
        ledger.time("decode jpeg javacv opencv ok", 640 * 480, 0, () -> {
            opencv_imgcodecs.imread(path, into);
            return into;
        });
        ledger.time("encode bmp javacv opencv ok", 640 * 480, 0, () -> {
            Ledger.check(opencv_imgcodecs.imwrite(copy, picture));
            return copy;
        });
        BytePointer out = new BytePointer();
        ledger.time("encode png javacv opencv ok", 640 * 480, Ledger.RETURNED, () -> {
            Ledger.check(opencv_imgcodecs.imencode(".png", picture, out));
            return out.limit();
        });
        Mat small = new Mat();
        ledger.time("resize unknown javacv opencv ok", 100 * 75, 0, () -> {
            opencv_imgproc.resize(picture, small, new Size(100, 75));
            Ledger.check(small.cols() == 100 && small.rows() == 75);
            return small;
        });
        ledger.failing("resize unknown javacv opencv error", 0, () -> {
            opencv_imgproc.resize(new Mat(), small, new Size(10, 10));
            return small;
        });
    }
}
