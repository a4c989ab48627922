package dev.hotpix.measure;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Chooses which of the short operations have their stack walked: a random sample, thinned out until
 * the walks cost at most a thousandth of one processor.
 *
 * <p>Two parts, since neither does alone. The <em>account</em> enforces the bound, but would always
 * serve whoever comes first after a pause: the line that begins each request, never the loop behind
 * it. So candidates are chosen by counting, each thread for itself and with random gaps, whose mean
 * follows the account: it grows when a candidate is refused and shrinks when there is money to
 * spare.
 */
final class WalkBudget {
    /** What a walk is taken to cost until it is known, in nanoseconds. */
    static final long ASSUMED_WALK_NANOS = 10_000;

    /** Walking may take one part in so many of one processor's time. */
    static final long SHARE = 1_000;

    /**
     * The time that an idle account saves up, in nanoseconds: 500 walks, or 5 ms in a row. So an
     * application that reads few images has all of them walked, even while walks are not compiled yet.
     */
    static final long SAVED_NANOS = 5_000_000_000L;

    /** A thread whose gap is not over after this time, in nanoseconds, is a candidate nonetheless. */
    static final long PATIENCE_NANOS = 1_000_000_000;

    private static final int WIDEST_GAP = 1 << 16;

    /** The moment until which the walks so far have used up their share of the time. */
    private final AtomicLong paidUntil;
    private final WalkCost cost = new WalkCost(ASSUMED_WALK_NANOS);
    /** Updates may be lost between threads: an estimate. */
    private volatile int meanGap = 1;

    /** A full account at {@code now}, in nanoseconds of the clock that all other times are of. */
    WalkBudget(long now) {
        paidUntil = new AtomicLong(now - SAVED_NANOS);
    }

    /** Where one thread stands between its last candidate and its next. */
    static final class Turn {
        private boolean begun;
        private int left;
        private long drawn;
    }

    /** Whether the short operation that ends at {@code now} is to be walked. Allocates nothing. */
    boolean choose(Turn turn, long now) {
        if (--turn.left > 0 && now - turn.drawn < PATIENCE_NANOS) {
            return false;
        }
        boolean late = turn.left > 0;
        draw(turn, now);
        if (!turn.begun) {
            // A thread's first operation is a candidate no likelier than any: threads may live for one.
            turn.begun = true;
            if (--turn.left > 0) {
                return false;
            }
            draw(turn, now);
        }
        return grant(now, late);
    }

    private void draw(Turn turn, long now) {
        int mean = meanGap;
        turn.left = mean == 1 ? 1 : 1 + ThreadLocalRandom.current().nextInt(2 * mean - 1);
        turn.drawn = now;
    }

    private boolean grant(long now, boolean late) {
        long price = cost.nanos() * SHARE;
        long seen;
        long paid;
        do {
            seen = paidUntil.get();
            // A difference, since the clock may have any origin and wrap around.
            paid = (now - seen > SAVED_NANOS ? now - SAVED_NANOS : seen) + price;
            if (paid - now > 0) {
                meanGap = Math.min(WIDEST_GAP, meanGap * 2);
                return false;
            }
        } while (!paidUntil.compareAndSet(seen, paid));
        if (now - paid > SAVED_NANOS / 2) {
            int gap = meanGap;
            meanGap = Math.max(1, gap - Math.max(1, late ? gap / 2 : gap / 4));
        }
        return true;
    }

    /** A walk took {@code nanos} nanoseconds. */
    void took(long nanos) {
        cost.took(nanos);
    }

    /** What a walk costs, in nanoseconds. */
    long walkNanos() {
        return cost.nanos();
    }
}
