package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import org.junit.jupiter.api.Test;

/** Which line an operation is attributed to. Each test notes its own line where it begins the operation. */
class AttributionTest {
    /** Noted by the code that begins an operation, on the same line. */
    private static String expected;
    private static CallSites current;

    /** In a unit test one loader has all classes: the agent's pass for a library. */
    static CallSites sites(LongSupplier clock, String... libraries) {
        List<String> skipped = new ArrayList<>(List.of(libraries));
        skipped.addAll(List.of("dev.hotpix.measure.CallSites", "dev.hotpix.measure.OperationTracker"));
        return new CallSites(new ApplicationFrames(
                new ClassLoader() { }, Set.of(ApplicationFrames.class.getName()), skipped), clock);
    }

    private static void note() {
        expected = CodeLocation.label(StackWalker.getInstance().walk(all -> all.skip(1).findFirst()).orElseThrow());
    }

    /** An image library. */
    private static final class Library {
        static int operation() {
            Series series = new Series(Operation.DECODE, Api.IMAGEIO, Format.JPEG, Engine.STOCK, Outcome.OK);
            ImageOperation operation = new ImageOperation(Operation.DECODE);
            operation.nanos = 2_000_000;
            current.attribute(operation, series);
            return 1;
        }

        int show() {
            return operation();
        }
    }

    /** A reader of that library, with the JDK's code between it and its caller. */
    private static final class LibraryReader extends ImageReader {
        LibraryReader() {
            super(null);
        }

        @Override
        public BufferedImage read(int index, ImageReadParam param) {
            Library.operation();
            return null;
        }

        @Override
        public int getNumImages(boolean allowSearch) {
            return 1;
        }

        @Override
        public int getWidth(int index) {
            return 1;
        }

        @Override
        public int getHeight(int index) {
            return 1;
        }

        @Override
        public Iterator<ImageTypeSpecifier> getImageTypes(int index) {
            return null;
        }

        @Override
        public IIOMetadata getStreamMetadata() {
            return null;
        }

        @Override
        public IIOMetadata getImageMetadata(int index) {
            return null;
        }
    }

    private static void assertOneMore(Runnable application) {
        current = sites(System::nanoTime, "dev.hotpix.measure.AttributionTest$Library");
        application.run();
        List<SiteSnapshot> found = current.snapshot();
        assertEquals(1, found.size());
        assertEquals(expected, found.get(0).label());
        assertEquals(1, found.get(0).calls());
    }

    private static void caller() {
        note(); Library.operation();
    }

    private static void reflected() {
        note(); Library.operation();
    }

    @Test
    void aPlainCall() {
        assertOneMore(AttributionTest::caller);
        assertEquals("dev.hotpix.measure.AttributionTest.caller(AttributionTest.java:" + expected.replaceAll("\\D", "")
                + ")", expected);
    }

    @Test
    void theJdkAndTheLibraryBetweenAreSkipped() {
        LibraryReader reader = new LibraryReader();
        assertOneMore(() -> {
            try {
                note(); reader.read(0);
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        });
    }

    @Test
    void aLambdaInAStream() {
        assertOneMore(() -> assertEquals(1, IntStream.of(7).map(i -> {
            note(); return Library.operation();
        }).sum()));
    }

    /** A method reference has no line of its own: its user, the one that starts the pipeline, has. */
    @Test
    void aMethodReferenceToTheLibrary() {
        assertOneMore(() -> {
            note(); Optional.of(new Library()).map(Library::show);
        });
    }

    @Test
    void anAnonymousClass() {
        assertOneMore(new Runnable() {
            @Override
            public void run() {
                note(); Library.operation();
            }
        });
    }

    private static final class Constructed {
        final int one;

        Constructed() {
            note(); one = Library.operation();
        }
    }

    @Test
    void aConstructor() {
        assertOneMore(Constructed::new);
        assertEquals("dev.hotpix.measure.AttributionTest$Constructed.<init>", expected.replaceAll("\\(.*", ""));
    }

    private static final class Initialised {
        static final int ONE;

        static {
            note(); ONE = Library.operation();
        }
    }

    @Test
    void aStaticInitialiser() {
        assertOneMore(() -> assertEquals(1, Initialised.ONE));
        assertEquals("dev.hotpix.measure.AttributionTest$Initialised.<clinit>", expected.replaceAll("\\(.*", ""));
    }

    @Test
    void reflectionIsNotSeen() throws ReflectiveOperationException {
        Method method = AttributionTest.class.getDeclaredMethod("reflected");
        assertOneMore(() -> {
            try {
                method.invoke(null);
            } catch (ReflectiveOperationException impossible) {
                throw new AssertionError(impossible);
            }
        });
    }

    @Test
    void aStackWithoutTheApplication() throws InterruptedException {
        current = sites(System::nanoTime, "dev.hotpix.");
        Thread thread = new Thread(Library::operation);
        thread.start();
        thread.join();
        assertEquals("(unknown)", current.snapshot().get(0).label());
    }
}
