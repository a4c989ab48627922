package dev.hotpix.instrument.bridge;

import dev.hotpix.instrument.decoders.DecoderCalls;

/** The agent's side of the bridge for image libraries outside the JDK. */
final class DecoderSink extends HotpixDecoders {

    private final DecoderCalls calls;

    DecoderSink(DecoderCalls calls) {
        this.calls = calls;
    }

    @Override
    protected long entered(int method, Object input) {
        return calls.entered(method, input);
    }

    @Override
    protected void left(
            long token, int method, Object result, Object image, Object other, Object output, Object name, int first,
            int second, Throwable thrown) {
        calls.left(token, method, result, image, other, output, name, first, second, thrown);
    }
}
