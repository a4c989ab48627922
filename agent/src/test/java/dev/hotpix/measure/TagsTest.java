package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TagsTest {
    @Test
    void labelsAreDistinctLowerCaseAscii() {
        distinct(Stream.of(Api.values()).map(Api::label));
        distinct(Stream.of(Engine.values()).map(Engine::label));
        distinct(Stream.of(Format.values()).map(Format::label));
        distinct(Stream.of(Outcome.values()).map(Outcome::label));
    }

    private static void distinct(Stream<String> labels) {
        Set<String> seen = new HashSet<>();
        labels.forEach(label -> {
            assertTrue(seen.add(label), label);
            assertTrue(label.matches("[a-z0-9-]+"), label);
        });
    }

    @Test
    void labelsAreTheOnesThatTheDesignFixes() {
        assertEquals("[imageio, java2d, toolkit, opencv, javacv, turbojpeg, skija, lwjgl-stb, vips, javafx, djl, own, "
                        + "other]",
                Stream.of(Api.values()).map(Api::label).collect(Collectors.toList()).toString());
        assertEquals("[stock, libjpeg-turbo, vector, scalar, opencv, turbojpeg, skija, lwjgl-stb, vips, webp-imageio, "
                        + "javafx, other]",
                Stream.of(Engine.values()).map(Engine::label).collect(Collectors.toList()).toString());
        assertEquals("[ok, error, aborted, lazy]", Stream.of(Outcome.values()).map(Outcome::label).collect(Collectors.toList()).toString());
    }

    @Test
    void everyFormatIsKnownByItsLabelInAnyCase() {
        for (Format format : Format.values()) {
            assertEquals(format, Format.ofName(format.label()));
            assertEquals(format, Format.ofName(format.label().toUpperCase(Locale.ROOT)));
        }
    }

    @Test
    void aliasesOfServiceProviders() {
        assertEquals(Format.JPEG, Format.ofName("JPG"));
        assertEquals(Format.JPEG, Format.ofName("Jpeg"));
        assertEquals(Format.JPEG, Format.ofName("image/jpeg"));
        assertEquals(Format.JPEG, Format.ofName("JPEG-Lossless"));
        assertEquals(Format.TIFF, Format.ofName("tif"));
        assertEquals(Format.JPEG2000, Format.ofName("JPEG 2000"));
        assertEquals(Format.JPEG2000, Format.ofName("jp2"));
        assertEquals(Format.PNM, Format.ofName("PGM"));
        assertEquals(Format.ICO, Format.ofName("image/x-ms ico"));
        assertEquals(Format.HEIF, Format.ofName(" heic "));
        assertEquals(Format.SVG, Format.ofName("image/svg+xml"));
        assertEquals(Format.OTHER, Format.ofName("jpeg-ls"));
        assertEquals(Format.OTHER, Format.ofName("whatever"));
        assertEquals(Format.UNKNOWN, Format.ofName(null));
        assertEquals(Format.UNKNOWN, Format.ofName(""));
    }

    @Test
    void namesOfEveryJdkReaderAreKnown() {
        for (String name : ImageIO.getReaderFormatNames()) {
            Format format = Format.ofName(name);
            assertTrue(format != Format.OTHER && format != Format.UNKNOWN, name);
        }
    }

    @Test
    void anErrorOutweighsAnAbortAndBothOutweighOk() {
        assertEquals(Outcome.ERROR, Outcome.ABORTED.and(Outcome.ERROR));
        assertEquals(Outcome.ERROR, Outcome.ERROR.and(Outcome.ABORTED));
        assertEquals(Outcome.ABORTED, Outcome.ABORTED.and(Outcome.OK));
        assertEquals(Outcome.ABORTED, Outcome.OK.and(Outcome.ABORTED));
        assertEquals(Outcome.OK, Outcome.OK.and(null));
    }
}
