package dev.hotpix.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged files: never a crash, and whatever the codec accepts looks as this JVM's reader shows it. */
class FuzzTest extends CodecTest {

    private static final int ROUNDS = Integer.getInteger("hotpix.test.fuzz", 400);

    private final Map<Parity.Outcome, Integer> outcomes = new EnumMap<>(Parity.Outcome.class);
    private final Map<CodecException.Kind, Integer> refusals = new EnumMap<>(CodecException.Kind.class);
    private final List<String> mismatches = new ArrayList<>();

    private static List<byte[]> seeds() {
        return List.of(
            TestImages.color(67, 45, 0.75f, false),
            TestImages.color(67, 45, 0.98f, true),
            TestImages.gray(61, 40),
            TestImages.withRestarts(67, 45, 3));
    }

    private void tryOne(String name, byte[] jpeg) throws Exception {
        Parity parity = Parity.of(jpeg);
        outcomes.merge(parity.outcome, 1, Integer::sum);
        if (parity.refusal != null) {
            assertTrue(parity.refusal.kind() != CodecException.Kind.INTERNAL, name + ": " + parity.detail);
            refusals.merge(parity.refusal.kind(), 1, Integer::sum);
        }
        if (parity.isMismatch()) {
            mismatches.add(name + ": " + parity.outcome + " " + parity.detail);
        }
    }

    private void report() {
        String summary = outcomes + " " + refusals;
        assertEquals(List.of(), mismatches, summary);
        if (Boolean.getBoolean("hotpix.test.verbose")) {
            System.err.println(summary);
        }
    }

    @Test
    void survivesFlippedBytes() throws Exception {
        Random random = new Random(20261122);
        for (byte[] seed : seeds()) {
            for (int i = 0; i < ROUNDS; i++) {
                byte[] jpeg = seed.clone();
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    jpeg[random.nextInt(jpeg.length)] = (byte) random.nextInt();
                }
                tryOne("flip " + i, jpeg);
            }
        }
        report();
    }

    @Test
    void survivesFlippedHeaders() throws Exception {
        Random random = new Random(42);
        for (byte[] seed : seeds()) {
            int header = Math.max(TestImages.marker(seed, 0xDA), 200) + 14;
            for (int i = 0; i < ROUNDS; i++) {
                byte[] jpeg = seed.clone();
                jpeg[random.nextInt(header)] = (byte) random.nextInt();
                tryOne("header " + i, jpeg);
            }
        }
        report();
    }

    @Test
    void survivesBytesLostAndGained() throws Exception {
        Random random = new Random(7);
        for (byte[] seed : seeds()) {
            for (int i = 0; i < ROUNDS / 4; i++) {
                int at = random.nextInt(seed.length - 8);
                tryOne("cut " + i, TestImages.cut(seed, at, 1 + random.nextInt(6)));
                byte[] extra = new byte[1 + random.nextInt(3)];
                random.nextBytes(extra);
                tryOne("insert " + i, TestImages.insert(seed, at, extra));
                tryOne("truncate " + i, Arrays.copyOf(seed, at));
            }
        }
        report();
    }

    /** Large quantisers drive blocks beyond what 16 bits hold, without any libjpeg warning. */
    @Test
    void survivesDamagedQuantisers() throws Exception {
        Random random = new Random(99);
        for (byte[] seed : seeds()) {
            int dqt = TestImages.marker(seed, 0xDB);
            int length = TestImages.segmentLength(seed, dqt) - 3;
            for (int i = 0; i < ROUNDS; i++) {
                byte[] jpeg = seed.clone();
                for (int n = random.nextInt(1 + i % 20); n >= 0; n--) {
                    int k = random.nextInt(length);
                    jpeg[dqt + 5 + k % 64] = (byte) (i % 3 == 0 ? 255 : random.nextInt());
                }
                tryOne("quantiser " + i, jpeg);
            }
        }
        report();
    }
}
