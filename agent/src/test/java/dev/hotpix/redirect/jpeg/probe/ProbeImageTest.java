package dev.hotpix.redirect.jpeg.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.redirect.jpeg.probe.FrameLayout.Colour;
import dev.hotpix.redirect.jpeg.probe.FrameLayout.Process;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbeImageTest {

    private static final int MAX_FILE_SIZE = 20 * 1024;

    static List<FrameLayout> layouts() {
        return Layouts.all();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void decodesWithoutWarningsToTheRightSize(FrameLayout layout) throws IOException {
        for (int crop = 0; crop < 8; crop++) {
            ProbeImage image = new ProbeImage(layout, 3, 4, crop, 7 - crop, crop);
            BufferedImage decoded = decode(image.encode());
            assertEquals(24 * layout.maxHorizontal() - crop, decoded.getWidth());
            assertEquals(32 * layout.maxVertical() - 7 + crop, decoded.getHeight());
            assertEquals(layout.components(), decoded.getRaster().getNumBands());
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void probesAreSmallAndDecodeWithoutWarnings(FrameLayout layout) throws IOException {
        List<Integer> widths = new ArrayList<>();
        for (byte[] probe : ProbeImage.probesFor(layout)) {
            assertTrue(probe.length < MAX_FILE_SIZE, () -> probe.length + " bytes");
            widths.add(decode(probe).getWidth());
        }
        assertEquals(4, widths.size());
        assertTrue(widths.get(0) >= 70 && widths.get(1) >= 70, widths::toString);
        assertEquals(List.of(3, 5), widths.subList(2, 4));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyProcessYieldsTheSamePixels(FrameLayout layout) throws IOException {
        FrameLayout multiscan = Layouts.withProcess(layout, Process.SEQUENTIAL_MULTISCAN);
        List<byte[]> expected = ProbeImage.probesFor(multiscan);
        List<byte[]> actual = ProbeImage.probesFor(layout);
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(samples(decode(expected.get(i))), samples(decode(actual.get(i))));
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void wideProbesReachBothEndsOfEachBand(FrameLayout layout) throws IOException {
        for (byte[] probe : ProbeImage.probesFor(layout).subList(0, 2)) {
            Raster raster = decode(probe).getRaster();
            for (int band = 0; band < raster.getNumBands(); band++) {
                int[] samples = raster.getSamples(
                        0, 0, raster.getWidth(), raster.getHeight(), band, (int[]) null);
                assertEquals(0, Arrays.stream(samples).min().getAsInt());
                assertEquals(255, Arrays.stream(samples).max().getAsInt());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void blocksStayWithinTheExactRangeOfAnyTransform(FrameLayout layout) {
        for (int seed = 0; seed < 20; seed++) {
            ProbeImage image = new ProbeImage(layout, 4, 4, 3, 3, seed);
            for (int i = 0; i < layout.components(); i++) {
                ComponentBlocks component = image.component(i);
                for (int row = 0; row < component.paddedHigh; row++) {
                    for (int column = 0; column < component.paddedWide; column++) {
                        int norm = norm(component.block(column, row), component.table);
                        assertTrue(norm < ComponentBlocks.MAX_NORM, () -> "norm " + norm);
                    }
                }
            }
        }
    }

    private static int norm(int[] block, QuantizationTable table) {
        int norm = 0;
        for (int k = 0; k < QuantizationTable.SIZE; k++) {
            norm += Math.abs(block[k]) * table.step(k);
        }
        return norm;
    }

    /** Guards against mistakes that encoder and decoder would agree on, such as zig-zag order. */
    @Test
    void grayPixelsAreTheInverseTransformOfTheCoefficients() throws IOException {
        for (Process process : Process.values()) {
            for (int seed = 0; seed < 2; seed++) {
                FrameLayout layout = Layouts.layout(Colour.GRAY, process, "1x1");
                ProbeImage image = new ProbeImage(layout, 6, 4, 3, 5, seed);
                Raster decoded = decode(image.encode()).getRaster();
                for (int y = 0; y < image.height(); y++) {
                    for (int x = 0; x < image.width(); x++) {
                        double exact = sample(image.component(0), x, y);
                        // IDCTs of some JVMs' libraries may round a sample the other way.
                        assertEquals(exact, decoded.getSample(x, y, 0), 1.0);
                    }
                }
            }
        }
    }

    /** The inverse DCT as T.81 A.3.3 defines it, with level shift and clipping. */
    private static double sample(ComponentBlocks component, int x, int y) {
        int[] block = component.block(x / 8, y / 8);
        double sum = 0;
        for (int k = 0; k < QuantizationTable.SIZE; k++) {
            int u = QuantizationTable.natural(k) % 8;
            int v = QuantizationTable.natural(k) / 8;
            sum += block[k] * component.table.step(k) * basis(u, x % 8) * basis(v, y % 8);
        }
        return Math.max(0, Math.min(255, 128 + sum));
    }

    private static double basis(int frequency, int position) {
        double scale = frequency == 0 ? Math.sqrt(0.125) : 0.5;
        return scale * Math.cos((2 * position + 1) * frequency * Math.PI / 16);
    }

    /** A changed value means that reports of older versions can no longer be reproduced. */
    @Test
    void bytesAreTheSameForever() {
        assertEquals("b1e4547d", digest(Colour.GRAY, "1x1", Process.BASELINE));
        assertEquals("c8897a7c", digest(Colour.YCBCR, "2x2,1x1,1x1", Process.BASELINE));
        assertEquals("caff0156", digest(Colour.YCBCR, "2x2,1x1,1x1", Process.PROGRESSIVE));
        assertEquals("be0c69c1", digest(Colour.YCBCR, "2x1,1x1,1x1", Process.SEQUENTIAL_MULTISCAN));
        assertEquals("3bdca223", digest(Colour.RGB, "1x1,1x1,1x1", Process.BASELINE));
    }

    private static String digest(Colour colour, String sampling, Process process) {
        CRC32 crc = new CRC32();
        for (byte[] probe : ProbeImage.probesFor(Layouts.layout(colour, process, sampling))) {
            crc.update(probe);
        }
        return Long.toHexString(crc.getValue());
    }

    @Test
    void refusesSizesThatCannotBe() {
        FrameLayout layout = Layouts.layout(Colour.GRAY, Process.BASELINE, "1x1");
        assertRefused(layout, 0, 1, 0);
        assertRefused(layout, 8192, 1, 0);
        assertRefused(layout, 1, 1, 8);
        assertRefused(layout, 1, 1, -1);
    }

    private static void assertRefused(FrameLayout layout, int mcusWide, int mcusHigh, int cropX) {
        assertThrows(
                IllegalArgumentException.class,
                () -> ProbeImage.synthesize(layout, mcusWide, mcusHigh, cropX, 0, 1));
    }

    private static int[] samples(BufferedImage image) {
        return image.getRaster()
                .getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }

    private static BufferedImage decode(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in);
            BufferedImage image = reader.read(0);
            assertEquals(List.of(), warnings);
            return image;
        } finally {
            reader.dispose();
        }
    }
}
