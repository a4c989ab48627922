package dev.hotpix.publish.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Nothing that waits is lost, however much it is and whoever takes it meanwhile. */
class BacklogTest {

    private final Backlog backlog = new Backlog();
    private long calls;
    private long nanos;
    private long pixels;
    private long bytes;

    private void drain() {
        backlog.drain((key, time, pixelCount, byteCount) -> {
            assertEquals(7, key);
            calls++;
            nanos += time;
            pixels += pixelCount;
            bytes += byteCount;
        });
    }

    @Test
    void comesOutAsItWentIn() {
        backlog.add(3, 10, 20, 30);
        backlog.add(4, 11, 21, 31);
        List<String> taken = new ArrayList<>();
        backlog.drain((key, time, pixelCount, byteCount) ->
                taken.add(key + " " + time + " " + pixelCount + " " + byteCount));
        assertEquals(List.of("3 10 20 30", "4 11 21 31"), taken);
        assertTrue(backlog.isEmpty());
    }

    @Test
    void sumsOfManyAreExact() {
        long sum = 0;
        int all = 3 * Backlog.MOST + 5;
        for (int i = 1; i <= all; i++) {
            backlog.add(7, i, 2L * i, 3L * i);
            sum += i;
        }
        drain();
        assertEquals(all, calls);
        assertEquals(sum, nanos);
        assertEquals(2 * sum, pixels);
        assertEquals(3 * sum, bytes);
        drain();
        assertEquals(all, calls);
    }

    @Test
    void manyThreads() throws InterruptedException {
        int each = 50_000;
        AtomicBoolean adding = new AtomicBoolean(true);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                for (int j = 0; j < each; j++) {
                    backlog.add(7, 5, 0, 0);
                }
            }));
        }
        Thread taker = new Thread(() -> {
            while (adding.get()) {
                drain();
            }
        });
        taker.start();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        adding.set(false);
        taker.join();
        drain();
        assertEquals(4 * each, calls);
        assertTrue(backlog.isEmpty());
    }
}
