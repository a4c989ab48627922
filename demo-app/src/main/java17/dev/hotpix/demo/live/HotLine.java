package dev.hotpix.demo.live;

/**
 * A line of the application where image operations take their time.
 *
 * @param line as {@code Class.method(File.java:line)}
 * @param operation such as {@code decode}
 * @param calls estimated, where they are short
 * @param redirected how many of them
 * @param millis all together, without what other operations took within
 */
public record HotLine(String line, String operation, long calls, long redirected, double millis) {}
