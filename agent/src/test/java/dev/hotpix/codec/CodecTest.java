package dev.hotpix.codec;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** What tests that decode have in common: the loaded library, or a skipped test. */
abstract class CodecTest {

    @BeforeAll
    static void loadLibrary() throws CodecUnavailableException {
        Assumptions.assumeTrue(
            "linux-x86_64".equals(CodecLibrary.platform(System.getProperty("os.name"), System.getProperty("os.arch"))));
        CodecLibrary.load(new CodecLibrary.Options());
    }
}
