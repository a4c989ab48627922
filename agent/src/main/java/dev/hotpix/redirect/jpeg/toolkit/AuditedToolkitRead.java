package dev.hotpix.redirect.jpeg.toolkit;

import dev.hotpix.redirect.jpeg.DecodeAudit;

/** A file that was decoded in the place of the Toolkit decoder, and what came of it, to be compared with stock. */
final class AuditedToolkitRead implements DecodeAudit.Repeat {

    private final ToolkitInternals internals;
    private final ToolkitImage image;
    private final byte[][] strips;
    private final byte[] file;

    AuditedToolkitRead(ToolkitInternals internals, ToolkitImage image, byte[][] strips, byte[] file) {
        this.internals = internals;
        this.image = image;
        this.strips = strips;
        this.file = file;
    }

    @Override
    public long samples() {
        return 4L * image.width() * image.height();
    }

    @Override
    public String compare() throws Exception {
        ToolkitSamples stock = new ToolkitSamples();
        try {
            internals.load(file, stock);
        } catch (Exception | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
        return stock.isComplete() && stock.equal(image, strips) ? null : "Toolkit samples";
    }

    @Override
    public String describe() {
        return DecodeAudit.describe(image.toString(), file, file.length);
    }
}
