package dev.hotpix.instrument;

import dev.hotpix.measure.Format;
import java.util.function.Consumer;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** The {@code ImageReader} classes that have been constructed in this JVM, each with the format it reads. */
final class ReaderClasses {

    /** State per class; goes with the class when its application is undeployed. */
    private final ClassValue<State> states = new ClassValue<State>() {
        @Override
        protected State computeValue(Class<?> type) {
            return new State();
        }
    };

    private final Consumer<Class<?>> newReader;

    private static final class State {
        volatile boolean seen;
        volatile Format format;
    }

    ReaderClasses(Consumer<Class<?>> newReader) {
        this.newReader = newReader;
    }

    void seen(Class<?> readerClass) {
        try {
            State state = states.get(readerClass);
            if (!state.seen) {
                state.seen = true;
                newReader.accept(readerClass);
            }
        } catch (RuntimeException | Error ignored) {
            // Out of memory or of stack in the application's constructor: the class goes unmeasured.
        }
    }

    Format format(ImageReader reader) {
        try {
            State state = states.get(reader.getClass());
            Format format = state.format;
            if (format == null) {
                format = ask(reader);
                state.format = format;
            }
            return format;
        } catch (RuntimeException | Error ignored) {
            return Format.OTHER;
        }
    }

    /** Once per class: provider and names are third-party code. */
    private static Format ask(ImageReader reader) {
        ImageReaderSpi provider = reader.getOriginatingProvider();
        String[] names = provider == null ? null : provider.getFormatNames();
        return names == null || names.length == 0 ? Format.OTHER : Format.ofName(names[0]);
    }
}
