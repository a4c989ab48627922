package dev.hotpix.instrument.java2d;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.Outcome;
import dev.hotpix.measure.SeriesSnapshot;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which draws and filters count as resizes, and with how many pixels. */
class Java2dCallsTest {

    private final OperationTrackers trackers = new OperationTrackers(null);
    private final Java2dCalls calls = new Java2dCalls(trackers);

    private long transform(AffineTransform matrix, int width, int height) {
        long token = calls.transformEntered(this, width, height, matrix.getScaleX(), matrix.getShearY(),
                matrix.getShearX(), matrix.getScaleY(), matrix.getTranslateX(), matrix.getTranslateY());
        if (token == 0) {
            return 0;
        }
        calls.scaleLeft(token, true, null);
        return only().pixels();
    }

    private SeriesSnapshot only() {
        List<SeriesSnapshot> all = trackers.snapshot();
        assertEquals(1, all.size(), all::toString);
        assertEquals(Operation.RESIZE, all.get(0).operation());
        return all.get(0);
    }

    @Test
    void aScaledDrawCountsItsDestination() {
        calls.scaleLeft(calls.scaleEntered(this, 100, 50, 10, 20, 210.5, 120), true, null);
        assertEquals(20_050, only().pixels());
        assertEquals(1, only().calls());
    }

    @Test
    void aDrawThatWasNotDoneThisWayIsNone() {
        calls.scaleLeft(calls.scaleEntered(this, 100, 50, 0, 0, 200, 100), false, null);
        assertEquals(List.of(), trackers.snapshot());
    }

    @Test
    void aDrawThatFailedIsAnError() {
        calls.scaleLeft(calls.scaleEntered(this, 100, 50, 0, 0, 200, 100), false, new RuntimeException());
        assertEquals(Outcome.ERROR, only().outcome());
    }

    @Test
    void theSameSizeElsewhereIsNoResize() {
        assertEquals(0, calls.scaleEntered(this, 100, 50, 7.5, 8.5, 107.5, 58.5));
        assertEquals(0, transform(AffineTransform.getTranslateInstance(0.5, 0.25), 100, 50));
    }

    @Test
    void rotationsAndFlipsAloneAreNoResizes() {
        for (int degrees = 0; degrees < 360; degrees += 15) {
            assertEquals(0, transform(AffineTransform.getRotateInstance(Math.toRadians(degrees)), 4_000, 3_000));
        }
        assertEquals(0, transform(new AffineTransform(-1, 0, 0, 1, 100, 0), 100, 50));
        assertEquals(0, transform(new AffineTransform(0, 1, -1, 0, 50, 0), 100, 50));
        assertEquals(0, calls.affineEntered(AffineTransform.getRotateInstance(0.7)));
        assertEquals(0, calls.affineEntered(AffineTransform.getTranslateInstance(5, 7)));
    }

    @Test
    void aRotationThatScalesCountsTheAreaThatItCovers() {
        AffineTransform matrix = AffineTransform.getRotateInstance(0.5);
        matrix.scale(2, 2);
        assertEquals(20_000, transform(matrix, 100, 50), 1);
    }

    @Test
    void aShearIsAResize() {
        assertNotEquals(0, transform(AffineTransform.getShearInstance(0.5, 0), 100, 50));
    }

    @Test
    void anImageOnePixelWiderIsAResize() {
        assertNotEquals(0, transform(AffineTransform.getScaleInstance(4001 / 4000.0, 1), 4_000, 3_000));
    }

    @Test
    void aTransformOfAnUnknownClassCountsWithoutItsMethodsBeingCalled() {
        AffineTransform hostile = new AffineTransform() {
            private static final long serialVersionUID = 1;

            @Override
            public double getScaleX() {
                throw new IllegalStateException("of the application");
            }
        };
        long token = calls.affineEntered(hostile);
        assertNotEquals(0, token);
        calls.affineLeft(token, new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), null);
        assertEquals(600, only().pixels());
    }
}
