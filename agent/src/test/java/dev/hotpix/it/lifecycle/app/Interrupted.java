package dev.hotpix.it.lifecycle.app;

/** Its very first read happens on a thread that is interrupted already; ends the JVM right after it. */
public final class Interrupted {

    private Interrupted() {
    }

    public static void main(String[] args) throws Exception {
        Thread.currentThread().interrupt();
        System.out.println("picture=" + Picture.read(args[0]));
        System.out.println("interrupted=" + Thread.currentThread().isInterrupted());
        if (args.length > 2) {
            Runtime.getRuntime().halt(Integer.parseInt(args[1]));
        }
        System.exit(Integer.parseInt(args[1]));
    }
}
