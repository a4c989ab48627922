package dev.hotpix.it.lifecycle.app;

/**
 * An ordinary application: prints to both streams and reads a file a few times. {@code hotpixtest.await} tells
 * it that there is an agent: {@code ready} to stay until that is ready, {@code redirect} until it has redirected.
 */
public final class Decodes {

    private Decodes() {
    }

    public static void main(String[] args) throws Exception {
        System.out.println("before");
        System.err.println("a warning of the application's own");
        for (int i = 0; i < 3; i++) {
            System.out.println("picture=" + Picture.read(args[0]));
        }
        String await = System.getProperty("hotpixtest.await", "");
        if (await.equals("ready")) {
            AgentView.awaitReady();
        } else if (await.equals("redirect")) {
            System.out.println("redirected=" + AgentView.awaitRedirect(args[0]));
        }
        System.out.println("picture=" + Picture.read(args[0]));
        System.err.println("another one");
        if (args.length > 1) {
            System.exit(Integer.parseInt(args[1]));
        }
    }
}
