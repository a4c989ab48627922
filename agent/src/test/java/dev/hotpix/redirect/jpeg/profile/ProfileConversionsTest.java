package dev.hotpix.redirect.jpeg.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.SeriesSnapshot;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProfileConversionsTest {

    private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

    private final List<Runnable> background = new ArrayList<>();
    private final ProfileConversions conversions = new ProfileConversions(background::add);

    private ProfileConversion of(byte[] profile, long pixels) {
        ColorSpace from = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
        return conversions.of(new ColorConvertOp(from, SRGB, null), from, SRGB, pixels);
    }

    @Test
    void tablesAreMadeOnceTheyPay() {
        byte[] profile = MadeProfile.wide();
        assertFalse(of(profile, ProfileConversions.PIXELS_BEFORE_TABLES - 1).hasTables());
        assertEquals(0, background.size());
        assertFalse(of(profile, 1).hasTables());
        assertFalse(of(profile, ProfileConversions.PIXELS_BEFORE_TABLES).hasTables());
        assertEquals(1, background.size());
        background.get(0).run();
        assertEquals(1, conversions.tables());
        assertTrue(of(profile, 1).hasTables());
        assertFalse(of(MadeProfile.linear(), 1).hasTables());
    }

    @Test
    void otherConversionsAreNotOurs() {
        ColorSpace gray = ColorSpace.getInstance(ColorSpace.CS_GRAY);
        ColorSpace linear = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
        assertNull(conversions.of(new ColorConvertOp(gray, SRGB, null), gray, SRGB, 1));
        assertNull(conversions.of(new ColorConvertOp(SRGB, linear, null), SRGB, linear, 1));
        assertNull(conversions.of(null, null, SRGB, 1));
    }

    @Test
    void aProfileIsUsableOnceItWasUsed() {
        ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(MadeProfile.wide()));
        assertFalse(conversions.isUsable(space));
        conversions.used(space);
        assertTrue(conversions.isUsable(new ICC_ColorSpace(ICC_Profile.getInstance(MadeProfile.wide()))));
        assertFalse(conversions.isUsable(new ICC_ColorSpace(ICC_Profile.getInstance(MadeProfile.linear()))));
        assertFalse(conversions.isUsable(null));
    }

    @Test
    void conversionsByTablesAreCountedOncePerDecode() {
        OperationTrackers trackers = new OperationTrackers(null);
        conversions.measure(trackers.of(Operation.CONVERT));
        of(MadeProfile.wide(), ProfileConversions.PIXELS_BEFORE_TABLES);
        background.get(0).run();
        ProfileConversion conversion = of(MadeProfile.wide(), 1);
        long token = trackers.of(Operation.DECODE).enter(Api.IMAGEIO);
        for (int strip = 0; strip < 3; strip++) {
            conversion.convertBgr(new byte[90], 0, 45, 10, 2);
        }
        trackers.of(Operation.DECODE).exit(token);
        List<SeriesSnapshot> converted = trackers.snapshot().stream()
                .filter(series -> series.operation() == Operation.CONVERT).collect(Collectors.toList());
        assertEquals(1, converted.size());
        assertEquals(1, converted.get(0).calls());
        assertEquals(60, converted.get(0).pixels());
    }
}
