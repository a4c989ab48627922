package dev.hotpix.demo.live;

import java.io.IOException;

/** One photo of a race, ready to be served. */
interface Entrant {

    String id();

    String title();

    long pixels();

    /** Does the whole work once; only that is timed. */
    Served serve() throws IOException;

    /** @param digest that two results share exactly when every sample and every byte is the same */
    record Served(long nanos, String digest) {}
}
