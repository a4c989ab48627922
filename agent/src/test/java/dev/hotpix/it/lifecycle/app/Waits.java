package dev.hotpix.it.lifecycle.app;

import java.io.IOException;

/** Says when it is up and waits for the end of its input. */
public final class Waits {

    private Waits() {
    }

    public static void main(String[] args) throws IOException {
        System.out.println(1);
        System.in.read();
    }
}
