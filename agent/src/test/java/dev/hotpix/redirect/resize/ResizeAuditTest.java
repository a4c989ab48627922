package dev.hotpix.redirect.resize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.hotpix.kernels.PixelArea;
import dev.hotpix.measure.VerifyResult;
import dev.hotpix.redirect.Audit;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the audit finds where a redirected resize, here stock's own with one thing changed, was not like stock. */
class ResizeAuditTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    private final List<String> told = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final Audit audit = new Audit(1, waiting::add, told::add);
    private final SurfaceAccess surfaces = new SurfaceAccess();
    private final ImageAccess images = new ImageAccess();
    private final ResizeAudit resizes = new ResizeAudit(audit, surfaces, images);
    private final BufferedImage source =
            TrialImages.image(new Random(1), BufferedImage.TYPE_3BYTE_BGR, 90, 70, true);

    ResizeAuditTest() throws ReflectiveOperationException {
    }

    private void draw(BufferedImage from, BufferedImage to) {
        Graphics2D graphics = to.createGraphics();
        graphics.drawImage(from, 3, 2, WIDTH, HEIGHT, null);
        graphics.dispose();
    }

    /** An operation in which a pixel of the destination is changed by {@code change} in the end. */
    private void drawChanged(int change) {
        BufferedImage destination =
                TrialImages.image(new Random(2), BufferedImage.TYPE_INT_RGB, 60, 50, true);
        PixelArea area = images.area(destination);
        ResizeAudit.Drawing audited = resizes.choose("drawing", images.area(source), source.getType(), area,
                destination.getType(), new int[] {3, 2, WIDTH, HEIGHT},
                (a, b) -> draw(surfaces.image(a), surfaces.image(b)));
        assertNotNull(audited);
        draw(source, destination);
        destination.setRGB(WIDTH + 2, HEIGHT + 1, destination.getRGB(WIDTH + 2, HEIGHT + 1) ^ change);
        audited.done(area);
        // Whatever the application does then.
        new Random(3).ints(60).forEach(i -> source.setRGB(i >>> 27, 5, i));
        waiting.forEach(Runnable::run);
    }

    @Test
    void sameIsEqual() {
        drawChanged(0);
        assertEquals(Map.of("equal", 1L), audit.results().snapshot());
        assertEquals(List.of(), told);
    }

    @Test
    void oneBitIsFound() {
        drawChanged(1);
        assertEquals(Map.of("different", 1L), audit.results().snapshot());
        assertEquals(List.of("row 29 of drawing of 90x70 pixels of type 5 to 40x30 at 3,2 of type 1"), told);
        assertEquals(told, audit.findings());
    }

    private void average(int change, boolean complete) {
        int[] argb = PixelSink.scaled(source, WIDTH, HEIGHT);
        ResizeAudit.Averaging audited = resizes.choose(source, images.area(source), WIDTH, HEIGHT);
        int[] row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            System.arraycopy(argb, y * WIDTH, row, 0, WIDTH);
            row[7] ^= y == 4 ? change : 0;
            audited.row(y, row);
        }
        audited.end(complete);
        waiting.forEach(Runnable::run);
    }

    @Test
    void averagingIsComparedToo() {
        average(0, true);
        assertEquals(Map.of("equal", 1L), audit.results().snapshot());
        average(0x100, true);
        assertEquals(List.of("row 4 of area averaging of 90x70 pixels of type 5 to 40x30"), told);
    }

    @Test
    void abandonedIsSkipped() {
        average(1, false);
        assertEquals(Map.of("skipped", 1L), audit.results().snapshot());
    }

    @Test
    void whatFindsNoRoomIsSkipped() {
        List<ResizeAudit.Averaging> pending = new ArrayList<>();
        ResizeAudit.Averaging next = resizes.choose(source, images.area(source), 2000, 1000);
        while (next != null) {
            pending.add(next);
            next = resizes.choose(source, images.area(source), 2000, 1000);
        }
        assertEquals(1, audit.results().of(VerifyResult.SKIPPED));
        pending.forEach(one -> one.end(false));
        assertNotNull(resizes.choose(source, images.area(source), 2000, 1000));
    }

    @Test
    void nothingIsChosenUnlessAskedFor() {
        ResizeAudit none = new ResizeAudit(new Audit(0, waiting::add, told::add), surfaces, images);
        assertNull(none.choose(source, images.area(source), WIDTH, HEIGHT));
    }
}
