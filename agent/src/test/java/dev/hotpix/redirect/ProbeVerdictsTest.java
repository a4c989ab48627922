package dev.hotpix.redirect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** A kind is probed once; until then, and where a probe fails, operations go to stock. */
class ProbeVerdictsTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<String> probed = new ArrayList<>();

    private ProbeVerdicts<String, String> verdicts(Executor executor, long waitMillis) {
        return new ProbeVerdicts<>(kind -> {
            probed.add(kind);
            if (kind.equals("broken")) {
                throw new LinkageError();
            }
            return "same";
        }, "pending", "differs", 2, executor, new WaitBudget(waitMillis));
    }

    @Test
    void isPendingUntilTheProbeHasRun() {
        ProbeVerdicts<String, String> verdicts = verdicts(background::add, 0);
        assertEquals("pending", verdicts.of("a"));
        assertEquals("pending", verdicts.of("a"));
        assertEquals(1, background.size());
        background.remove().run();
        assertEquals("same", verdicts.of("a"));
        assertEquals(List.of("a"), probed);
    }

    @Test
    void aProbeThatFailsIsADifference() {
        assertEquals("differs", verdicts(Runnable::run, 0).of("broken"));
    }

    @Test
    void probesNoMoreKindsThanAllowed() {
        ProbeVerdicts<String, String> verdicts = verdicts(Runnable::run, 0);
        assertEquals("same", verdicts.of("a"));
        assertEquals("same", verdicts.of("b"));
        assertEquals("differs", verdicts.of("c"));
        assertEquals("same", verdicts.of("a"));
        assertEquals(List.of("a", "b"), probed);
    }

    @Test
    void theWaitEnds() {
        assertEquals("pending", verdicts(background::add, 1).of("a"));
    }
}
