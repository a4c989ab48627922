package dev.hotpix.publish.prometheus;

import java.io.IOException;
import java.io.OutputStream;

/** What is served. */
interface Page {

    /** The type of what {@link #write} gives to a client that accepts {@code accepted}, which may be null. */
    String contentType(String accepted);

    /** Writes the page as it is now, of that type. */
    void write(OutputStream out, String contentType) throws IOException;
}
