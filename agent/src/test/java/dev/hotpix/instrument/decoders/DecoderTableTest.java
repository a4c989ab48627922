package dev.hotpix.instrument.decoders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Operation;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table can be read and says what it is to say; that the methods exist is for the tests with the libraries. */
class DecoderTableTest {

    private final DecoderTable table = DecoderTable.read();

    @Test
    void classesThatWakeTheAgentAreThoseOfTheTable() {
        assertEquals(DecoderClasses.NAMES, table.byClass().keySet().stream()
                .map(name -> name.replace('.', '/')).collect(Collectors.toSet()));
    }

    @Test
    void nativeMethodsThatAreWrappedAreThoseOfTheTable() {
        Map<String, Set<String>> natives = new HashMap<>();
        table.natives().forEach((name, methods) -> natives.put(name.replace('.', '/'), new HashSet<>(methods)));
        assertEquals(DecoderClasses.NATIVE_METHODS, natives);
    }

    @Test
    void everyApiHasMethods() {
        Set<Api> apis = EnumSet.noneOf(Api.class);
        table.byClass().values().forEach(methods -> methods.forEach(method -> apis.add(method.api())));
        assertEquals(EnumSet.of(Api.IMAGEIO, Api.OPENCV, Api.JAVACV, Api.TURBOJPEG, Api.SKIJA, Api.LWJGL_STB, Api.VIPS,
                Api.JAVAFX, Api.DJL), apis);
    }

    @Test
    void lazyMethodsMakeNoPixels() {
        for (List<DecoderMethod> methods : table.byClass().values()) {
            for (DecoderMethod method : methods) {
                assertTrue(!method.isLazy() || method.operation() == Operation.ENCODE
                        || method.size() == SizePlaces.NONE, () -> method.pattern().toString());
            }
        }
        assertTrue(table.byClass().get("io.github.humbleui.skija.Image").stream().allMatch(DecoderMethod::isLazy));
        assertFalse(table.byClass().get("io.github.humbleui.skija.Codec").stream().anyMatch(DecoderMethod::isLazy));
    }
}
