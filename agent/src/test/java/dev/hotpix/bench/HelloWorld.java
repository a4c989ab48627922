package dev.hotpix.bench;

/** The shortest application. */
final class HelloWorld {

    private HelloWorld() {
    }

    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
