package dev.hotpix.redirect.jpeg.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShaperProofTest {

    private static final int PIXELS = 200_001;

    @Test
    void tablesGiveWhatThisJvmGives() {
        for (byte[] profile : List.of(MadeProfile.almostSrgb(), MadeProfile.wide(), MadeProfile.wideByTable(),
                MadeProfile.linear())) {
            MatrixShaper shaper = ShaperProof.prove(profile);
            assertNotNull(shaper);
            for (int limit : new int[] {256, 40, 2}) {
                byte[] bgr = pixels(limit);
                byte[] expected = byJdk(profile, bgr);
                shaper.convertBgr(bgr, 0, PIXELS);
                assertArrayEquals(expected, bgr);
            }
        }
    }

    /** Dark reds under any green, where the conversion from almost sRGB changes something. */
    @Test
    void rareColoursAreChangedToo() {
        byte[] profile = MadeProfile.almostSrgb();
        MatrixShaper shaper = ShaperProof.prove(profile);
        byte[] bgr = new byte[3 * 64 * 256];
        for (int i = 0; i < 64 * 256; i++) {
            bgr[3 * i] = (byte) (i * 7);
            bgr[3 * i + 1] = (byte) i;
            bgr[3 * i + 2] = (byte) (i >> 8);
        }
        byte[] expected = byJdk(profile, bgr);
        byte[] converted = bgr.clone();
        shaper.convertBgr(converted, 0, bgr.length / 3);
        assertArrayEquals(expected, converted);
        assertFalse(Arrays.equals(expected, bgr));
    }

    @Test
    void onlyThePixelsAskedForAreTouched() {
        byte[] bgr = pixels(256);
        byte[] before = bgr.clone();
        ShaperProof.prove(MadeProfile.wide()).convertBgr(bgr, 300, 100);
        assertArrayEquals(Arrays.copyOf(before, 300), Arrays.copyOf(bgr, 300));
        assertArrayEquals(Arrays.copyOfRange(before, 600, before.length), Arrays.copyOfRange(bgr, 600, bgr.length));
    }

    @Test
    void whatIsNoMatrixProfileHasNoTables() {
        assertNull(ShaperProof.prove(new byte[0]));
        assertNull(ShaperProof.prove(ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData()));
        byte[] profile = MadeProfile.wide();
        for (int length = 128; length < profile.length; length += 7) {
            assertNull(MatrixProfile.of(Arrays.copyOf(profile, length)));
        }
    }

    @Test
    void damagedProfilesHarmNobody() {
        Random random = new Random(1);
        byte[] profile = MadeProfile.almostSrgb();
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = profile.clone();
            damaged[128 + random.nextInt(profile.length - 128)] = (byte) random.nextInt();
            damaged[128 + random.nextInt(profile.length - 128)] = (byte) (random.nextInt(2) * 255);
            MatrixProfile read = MatrixProfile.of(damaged);
            if (read != null) {
                read.matrixTo(MatrixProfile.of(profile));
            }
        }
    }

    private static byte[] pixels(int limit) {
        byte[] samples = new byte[3 * PIXELS];
        Random random = new Random(limit);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) random.nextInt(random.nextInt(9) == 0 ? 256 : limit);
        }
        return samples;
    }

    private static byte[] byJdk(byte[] profile, byte[] bgr) {
        byte[] rgb = swapped(bgr);
        WritableRaster line = Raster.createInterleavedRaster(new DataBufferByte(rgb, rgb.length), rgb.length / 3, 1,
                rgb.length, 3, new int[] {0, 1, 2}, null);
        new ColorConvertOp(new ICC_ColorSpace(ICC_Profile.getInstance(profile)),
                ColorSpace.getInstance(ColorSpace.CS_sRGB), null).filter(line, line);
        return swapped(rgb);
    }

    private static byte[] swapped(byte[] pixels) {
        byte[] swapped = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            swapped[i] = pixels[i - i % 3 + 2 - i % 3];
        }
        return swapped;
    }
}
