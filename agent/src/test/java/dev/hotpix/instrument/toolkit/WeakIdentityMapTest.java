package dev.hotpix.instrument.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of others' objects is theirs alone, bounded, and goes with them. */
class WeakIdentityMapTest {

    /** An object of the application, equal to all others. */
    private static final class Alike {
        @Override
        public boolean equals(Object other) {
            return other instanceof Alike;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Test
    void equalObjectsAreToldApart() {
        WeakIdentityMap<String> map = new WeakIdentityMap<>(10);
        Alike one = new Alike();
        Alike other = new Alike();
        map.put(one, "one");
        map.put(other, "other");

        assertEquals("one", map.get(one));
        assertEquals("other", map.get(other));
        assertNull(map.get(new Alike()));
    }

    @Test
    void aNewValueTakesThePlaceOfTheOld() {
        WeakIdentityMap<String> map = new WeakIdentityMap<>(10);
        Alike key = new Alike();
        map.put(key, "old");
        map.put(key, "new");

        assertEquals("new", map.get(key));
        assertEquals(1, map.size());
        map.remove(key);
        assertNull(map.get(key));
        assertEquals(0, map.size());
    }

    @Test
    void itNeverGrowsBeyondItsBound() {
        WeakIdentityMap<Integer> map = new WeakIdentityMap<>(10);
        List<Object> alive = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Object key = new Object();
            alive.add(key);
            map.put(key, i);
            assertEquals(i, map.get(key));
            assertTrue(map.size() <= 10);
        }
        assertEquals(10, alive.stream().filter(key -> map.get(key) != null).count());
    }

    @Test
    void itKeepsNothingAlive() throws InterruptedException {
        WeakIdentityMap<String> map = new WeakIdentityMap<>(10);
        Object kept = new Object();
        map.put(kept, "kept");
        WeakReference<Object> gone = putOne(map);
        while (gone.get() != null) {
            System.gc();
            Thread.sleep(1);
        }
        // Entries of what is gone leave when the next comes.
        Object next = new Object();
        for (int i = 0; i < 1_000 && map.size() > 2; i++) {
            map.put(next, "next");
            Thread.sleep(1);
        }
        assertEquals(2, map.size());
        assertNotNull(map.get(kept));
    }

    private static WeakReference<Object> putOne(WeakIdentityMap<String> map) {
        Object object = new Object();
        map.put(object, "gone");
        return new WeakReference<>(object);
    }
}
