package dev.hotpix.redirect.jpeg.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.util.ArrayList;
import java.util.List;
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
}
