package dev.hotpix.it.lifecycle.app;

/** Has the other agent weave the JPEG reader once more while this one is active. */
public final class Retransforms {

    private Retransforms() {
    }

    public static void main(String[] args) throws Exception {
        System.out.println("redirected=" + AgentView.awaitRedirect(args[0]));
        Class.forName("dev.hotpix.it.lifecycle.companion.Companion").getMethod("retransform").invoke(null);
        long before = AgentView.redirected();
        System.out.println("picture=" + Picture.read(args[0]));
        System.out.println("redirected after=" + (AgentView.redirected() - before));
    }
}
