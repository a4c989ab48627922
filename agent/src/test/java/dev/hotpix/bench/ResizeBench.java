package dev.hotpix.bench;

import dev.hotpix.kernels.AreaAveraging;
import dev.hotpix.kernels.AreaSource;
import dev.hotpix.kernels.Interpolation;
import dev.hotpix.kernels.Kernels;
import dev.hotpix.kernels.PixelArea;
import dev.hotpix.kernels.PixelLayout;
import dev.hotpix.kernels.ScaleAxis;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * CPU time of scaling: stock Java2D and the kernels, in one JVM, without the agent. In each round, for each cell of
 * the grid of sizes, types and filters, every contestant has one turn; a turn is as many operations as take some
 * milliseconds, a cell's figure the median of its turns, and ratios are taken within a round. See {@link #USAGE}.
 */
final class ResizeBench {

    private static final String USAGE = String.join("\n",
            "java --add-modules jdk.incubator.vector -cp agent/target/classes:agent/target/test-classes",
            "    dev.hotpix.bench.ResizeBench [--rounds N] [--bits N] [--vector off]",
            "",
            "Prints, for each size, type and filter, CPU milliseconds per operation of stock Java2D, and how many",
            "times as fast the kernels are.",
            "  --rounds  interleaved rounds that count (9), after three that warm up",
            "  --bits    width of vectors (256)",
            "A dash: the kernels leave that cell to stock. SLOWER: surely below 0.95.",
            "");

    private static final int[][] SIZES = {
        {4000, 3000, 800, 600}, {4000, 3000, 200, 150}, {4000, 3000, 2048, 1536}, {4000, 3000, 2000, 1500},
        {1920, 1080, 1280, 720}, {1920, 1080, 640, 360}, {640, 360, 1920, 1080}, {400, 300, 200, 150},
        {160, 120, 100, 75}, {64, 64, 32, 32}, {40, 40, 24, 24}, {24, 24, 48, 48}};
    private static final int[] TYPES = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB};

    /** Of area averaging in addition. */
    private static final int[] MORE_TYPES =
        {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_GRAY};

    /** A ratio that is surely below is called slower. */
    private static final double SLOWER = 0.95;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int TURN_PIXELS = 2_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ResizeBench() {
    }

    /** One cell of the grid. */
    private static final class Cell {
        final String name;
        final int turns;
        final Runnable stock;
        final List<Runnable> kernels = new ArrayList<>();
        final List<Double> stockMillis = new ArrayList<>();
        final List<List<Double>> ratios = new ArrayList<>();

        Cell(String name, int pixels, Runnable stock) {
            this.name = name;
            this.turns = Math.max(1, TURN_PIXELS / pixels);
            this.stock = stock;
        }

        void against(Runnable kernel) {
            kernels.add(kernel);
            ratios.add(new ArrayList<>());
        }

        void round(boolean counts) {
            double ofStock = millis(stock);
            if (counts) {
                stockMillis.add(ofStock);
            }
            for (int i = 0; i < kernels.size(); i++) {
                double ofKernel = kernels.get(i) == null ? Double.NaN : millis(kernels.get(i));
                if (counts) {
                    ratios.get(i).add(ofStock / ofKernel);
                }
            }
        }

        private double millis(Runnable work) {
            long begin = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < turns; i++) {
                work.run();
            }
            return (THREADS.getCurrentThreadCpuTime() - begin) / 1e6 / turns;
        }
    }

    public static void main(String[] words) throws ReflectiveOperationException {
        Arguments arguments = Arguments.parse(words, USAGE, "--rounds", "--bits", "--vector");
        List<Kernels> contestants = new ArrayList<>(List.of(Kernels.scalar()));
        if (!arguments.last("--vector").orElse("").equals("off")) {
            contestants.add(Kernels.vector(arguments.number("--bits", Kernels.DEFAULT_BITS)));
        }
        Setting.print(System.out, ResizeBench.class, words);
        System.out.println("JVM:     " + Runtime.version());
        List<String> headers = new ArrayList<>(List.of("operation", "stock ms"));
        contestants.forEach(kernels -> headers.add("stock/" + kernels.name()));
        for (int[] size : SIZES) {
            // A table per size: the whole grid takes minutes.
            Table table = new Table(headers.toArray(new String[0]));
            for (int type : TYPES) {
                for (String filter : new String[] {"bilinear", "bicubic", "smooth"}) {
                    run(cell(size, type, filter, contestants), arguments.number("--rounds", 9), table);
                }
            }
            for (int type : MORE_TYPES) {
                run(cell(size, type, "smooth", contestants), arguments.number("--rounds", 9), table);
            }
            table.print(System.out);
        }
    }

    private static void run(Cell cell, int rounds, Table table) {
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            cell.round(round >= 0);
        }
        List<String> row = new ArrayList<>(List.of(cell.name, Figures.text(Figures.median(cell.stockMillis), 3)));
        for (List<Double> ratios : cell.ratios) {
            double median = Figures.median(ratios);
            row.add(Double.isNaN(median) ? "-"
                    : Figures.text(median, 2) + (upperBound(ratios) < SLOWER ? " SLOWER" : ""));
        }
        table.row(row.toArray(new String[0]));
    }

    /** The upper bound of the median, about one in twenty times too low: a rank, as the sign test has it. */
    private static double upperBound(List<Double> ratios) {
        List<Double> sorted = new ArrayList<>(ratios);
        sorted.sort(null);
        int rank = (int) Math.ceil(sorted.size() / 2.0 + 0.98 * Math.sqrt(sorted.size()));
        return sorted.get(Math.min(rank, sorted.size()) - 1);
    }

    private static Cell cell(int[] size, int type, String filter, List<Kernels> contestants) {
        BufferedImage source = image(type, size[0], size[1]);
        BufferedImage destination = new BufferedImage(size[2], size[3], type);
        String name = filter + " " + size[0] + "x" + size[1] + " to " + size[2] + "x" + size[3]
                + " " + layout(type);
        boolean smooth = filter.equals("smooth");
        Cell cell = new Cell(name, smooth ? size[0] * size[1] : size[2] * size[3],
                smooth ? () -> stockSmooth(source, destination) : () -> stockDraw(source, destination, filter));
        for (Kernels kernels : contestants) {
            cell.against(smooth ? () -> smooth(kernels, source, destination)
                    : draw(kernels, filter, source, destination));
        }
        return cell;
    }

    private static void stockDraw(BufferedImage source, BufferedImage destination, String filter) {
        Graphics2D graphics = destination.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, filter.equals("bicubic")
                ? RenderingHints.VALUE_INTERPOLATION_BICUBIC : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(source, 0, 0, destination.getWidth(), destination.getHeight(), null);
        graphics.dispose();
    }

    private static void stockSmooth(BufferedImage source, BufferedImage destination) {
        Image scaled = source.getScaledInstance(destination.getWidth(), destination.getHeight(), Image.SCALE_SMOOTH);
        Graphics2D graphics = destination.createGraphics();
        graphics.drawImage(scaled, 0, 0, null);
        graphics.dispose();
        scaled.flush();
    }

    /** Null if the kernels leave it to stock. */
    private static Runnable draw(Kernels kernels, String filter, BufferedImage source, BufferedImage destination) {
        PixelArea from = area(source);
        PixelArea to = area(destination);
        Kernels.Filter kind = filter.equals("bicubic") ? Kernels.Filter.BICUBIC : Kernels.Filter.BILINEAR;
        double x = from.width() / (double) to.width();
        double y = from.height() / (double) to.height();
        if (kernels.interpolation(kind, ScaleAxis.of(x, 0, 0, to.width(), from.width()),
                ScaleAxis.of(y, 0, 0, to.height(), from.height())) == null) {
            return null;
        }
        return () -> {
            ScaleAxis columns = ScaleAxis.of(x, 0, 0, to.width(), from.width());
            ScaleAxis rows = ScaleAxis.of(y, 0, 0, to.height(), from.height());
            Interpolation kernel = kernels.interpolation(kind, columns, rows);
            kernel.scale(from, to, columns, rows);
        };
    }

    private static void smooth(Kernels kernels, BufferedImage source, BufferedImage destination) {
        PixelArea area = area(source);
        AreaAveraging averaging = kernels.areaAveraging(
                area.width(), area.height(), destination.getWidth(), destination.getHeight(),
                !area.layout().hasAlpha());
        AreaSource rows = new AreaSource(area, area.layout() == PixelLayout.GRAY ? grays(source) : null);
        int[] pixels = new int[destination.getWidth() * destination.getHeight()];
        for (int y = 0; y < area.height(); y++) {
            averaging.add(rows.row(y), 0, (row, argb) ->
                    System.arraycopy(argb, 0, pixels, row * argb.length, argb.length));
        }
    }

    private static int[] grays(BufferedImage image) {
        int[] grays = new int[256];
        for (int i = 0; i < grays.length; i++) {
            grays[i] = image.getColorModel().getRGB(new byte[] {(byte) i});
        }
        return grays;
    }

    private static PixelLayout layout(int type) {
        return type == BufferedImage.TYPE_3BYTE_BGR ? PixelLayout.BGR : type == BufferedImage.TYPE_INT_RGB
                ? PixelLayout.INT_RGB : type == BufferedImage.TYPE_INT_ARGB ? PixelLayout.INT_ARGB
                : type == BufferedImage.TYPE_4BYTE_ABGR ? PixelLayout.ABGR : PixelLayout.GRAY;
    }

    private static BufferedImage image(int type, int width, int height) {
        Random random = new Random(1);
        BufferedImage image = new BufferedImage(width, height, type);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = random.nextInt();
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static PixelArea area(BufferedImage image) {
        PixelLayout layout = layout(image.getType());
        Object samples = layout.isInt() ? ((DataBufferInt) image.getRaster().getDataBuffer()).getData()
                : ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new PixelArea(layout, samples, 0, image.getWidth() * layout.samplesPerPixel(), image.getWidth(),
                image.getHeight());
    }
}
