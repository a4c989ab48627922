package dev.hotpix.it.lifecycle.app;

/** Puts itself under a security manager, with the policy of the command line, and makes thumbnails. */
public final class Guarded {

    private Guarded() {
    }

    @SuppressWarnings({"deprecation", "removal"})
    public static void main(String[] args) throws Exception {
        System.setSecurityManager(new SecurityManager());
        try {
            System.setProperty("hotpixtest.forbidden", "yes");
            throw new IllegalStateException("the security manager is not in force");
        } catch (SecurityException expected) {
            System.out.println("guarded=true");
        }
        for (int i = 0; i < 20; i++) {
            System.out.println("made=" + Thumbnails.make(args[0]));
            Thread.sleep(Long.getLong("hotpixtest.pause", 0));
        }
    }
}
