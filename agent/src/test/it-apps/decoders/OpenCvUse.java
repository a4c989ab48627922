import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_java;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** OpenCV's own Java API. */
public final class OpenCvUse implements Use {

    @Override
    public void run(Ledger ledger) throws Exception {
        Loader.load(opencv_java.class);
        String path = ledger.file("picture.jpeg").toString();
        String copy = ledger.file("copy.bmp").toString();
        Mat picture = ledger.once("decode png opencv opencv ok", 640 * 480, 0,
                () -> Imgcodecs.imread(ledger.file("picture.png").toString()));
        Mat small = new Mat();
        ledger.time("decode jpeg opencv opencv ok", 640 * 480, 0, () -> Imgcodecs.imread(path));
        ledger.time("decode jpeg opencv opencv ok", 320 * 240, 0,
                () -> Imgcodecs.imread(path, Imgcodecs.IMREAD_REDUCED_COLOR_2));
        Mat into = new Mat(480, 640, CvType.CV_8UC3);
        ledger.time("decode jpeg opencv opencv ok", 640 * 480, 0, () -> {
            Imgcodecs.imread(path, into);
            return into;
        });
        byte[] bytes = ledger.bytes("picture.jpeg");
        ledger.time("decode unknown opencv opencv ok", 640 * 480, bytes.length,
                () -> Imgcodecs.imdecode(new MatOfByte(bytes), Imgcodecs.IMREAD_COLOR));
        ledger.failing("decode jpeg opencv opencv error", 0, () -> Imgcodecs.imread("/nowhere/nothing.jpg"));
        ledger.time("encode bmp opencv opencv ok", 640 * 480, 0, () -> Imgcodecs.imwrite(copy, picture));
        MatOfByte out = new MatOfByte();
        ledger.time("encode png opencv opencv ok", 640 * 480, Ledger.RETURNED, () -> {
            Imgcodecs.imencode(".png", picture, out);
            return out.total();
        });
        ledger.time("resize unknown opencv opencv ok", 100 * 75, 0, () -> {
            Imgproc.resize(picture, small, new Size(100, 75));
            return small;
        });
        ledger.failing("resize unknown opencv opencv error", 0, () -> {
            Imgproc.resize(new Mat(), small, new Size(10, 10));
            return small;
        });
    }
}
