package dev.hotpix.instrument.toolkit;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of objects that belong to others: held weakly, told apart by identity, at most so many of them. Takes
 * no lock that the application could hold.
 */
final class WeakIdentityMap<V> {

    private final ConcurrentHashMap<Object, V> entries = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
    private final int most;

    /** @param most how many entries there may be: beyond, any old one gives way to a new one */
    WeakIdentityMap(int most) {
        this.most = most;
    }

    private static final class Key extends WeakReference<Object> {

        private final int hash;

        Key(Object object, ReferenceQueue<Object> queue) {
            super(object, queue);
            hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            Object mine = get();
            return this == other || mine != null && other instanceof Probe && ((Probe) other).object == mine;
        }
    }

    /** Finds a key; on equal hashes the map asks the probe, not the key that it holds. */
    private static final class Probe {

        private final Object object;

        Probe(Object object) {
            this.object = object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key && ((Key) other).get() == object;
        }
    }

    V get(Object object) {
        return entries.get(new Probe(object));
    }

    void put(Object object, V value) {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            entries.remove(gone);
        }
        if (entries.size() >= most) {
            Iterator<Object> any = entries.keySet().iterator();
            if (any.hasNext()) {
                any.next();
                any.remove();
            }
        }
        entries.remove(new Probe(object));
        entries.put(new Key(object, collected), value);
    }

    void remove(Object object) {
        entries.remove(new Probe(object));
    }

    int size() {
        return entries.size();
    }
}
