package dev.hotpix.instrument.imageio;

import dev.hotpix.measure.Format;
import java.util.function.Consumer;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageReaderWriterSpi;

/** The reader and writer classes that have been constructed in this JVM, each with the format it is for. */
final class PluginClasses {

    /** State per class; goes with the class when its application is undeployed. */
    private final ClassValue<State> states = new ClassValue<State>() {
        @Override
        protected State computeValue(Class<?> type) {
            return new State();
        }
    };

    private final Consumer<Class<?>> onNew;

    private static final class State {
        volatile boolean seen;
        volatile Format format;
    }

    /** @param onNew told of each class that is seen for the first time */
    PluginClasses(Consumer<Class<?>> onNew) {
        this.onNew = onNew;
    }

    void seen(Class<?> plugin) {
        try {
            State state = states.get(plugin);
            if (!state.seen) {
                state.seen = true;
                onNew.accept(plugin);
            }
        } catch (RuntimeException | Error ignored) {
            // Out of memory or of stack in the application's constructor: the class goes unmeasured.
        }
    }

    Format format(ImageReader reader) {
        return format(reader, reader.getOriginatingProvider());
    }

    Format format(ImageWriter writer) {
        return format(writer, writer.getOriginatingProvider());
    }

    private Format format(Object plugin, ImageReaderWriterSpi provider) {
        try {
            State state = states.get(plugin.getClass());
            Format format = state.format;
            if (format == null) {
                format = ask(provider);
                state.format = format;
            }
            return format;
        } catch (RuntimeException | Error ignored) {
            return Format.OTHER;
        }
    }

    /** Once per class: the provider's method is third-party code. */
    private static Format ask(ImageReaderWriterSpi provider) {
        String[] names = provider == null ? null : provider.getFormatNames();
        return names == null || names.length == 0 ? Format.OTHER : Format.ofName(names[0]);
    }
}
