package dev.hotpix.demo.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares every result with the first one of its photo that was made with redirection off. */
final class IdentityCheck {

    private static final int MOST_NAMED = 5;

    private final Map<String, String> references = new HashMap<>();
    private final List<String> different = new ArrayList<>();
    private int compared;
    private int identical;

    /** @return whether this result is the same; the first of each photo is what others are compared with */
    synchronized boolean check(Entrant entrant, String digest) {
        String reference = references.putIfAbsent(entrant.id(), digest);
        if (reference == null) {
            return true;
        }
        compared++;
        if (reference.equals(digest)) {
            identical++;
            return true;
        }
        if (different.size() < MOST_NAMED && !different.contains(entrant.title())) {
            different.add(entrant.title());
        }
        return false;
    }

    synchronized Result result() {
        return new Result(compared, identical, List.copyOf(different));
    }

    /** @param different titles of some photos with another result */
    record Result(int compared, int identical, List<String> different) {}
}
