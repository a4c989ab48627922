package dev.hotpix.demo.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The times of one side of a race, by round and by photo. */
final class Lane {

    private final List<List<Long>> rounds = new ArrayList<>();
    private final Map<String, List<Long>> photos = new LinkedHashMap<>();

    /** @param round from 0 */
    synchronized void add(int round, String photo, long nanos) {
        while (rounds.size() <= round) {
            rounds.add(new ArrayList<>());
        }
        rounds.get(round).add(nanos);
        photos.computeIfAbsent(photo, id -> new ArrayList<>()).add(nanos);
    }

    synchronized LatencySummary total() {
        return LatencySummary.of(rounds.stream().flatMap(List::stream).mapToLong(Long::longValue).toArray());
    }

    synchronized LatencySummary photo(String id) {
        return summary(photos.getOrDefault(id, List.of()));
    }

    /** One for each round that has begun. */
    synchronized List<Round> rounds() {
        return rounds.stream().map(times -> new Round(summary(times), millis(times))).toList();
    }

    private static LatencySummary summary(List<Long> nanos) {
        return LatencySummary.of(longs(nanos).toArray());
    }

    private static double[] millis(List<Long> nanos) {
        return longs(nanos).mapToDouble(time -> Math.round(time / 1e4) / 1e2).toArray();
    }

    private static LongStream longs(List<Long> nanos) {
        return nanos.stream().mapToLong(Long::longValue);
    }

    /** @param millis each image's time, in the order in which they were served */
    record Round(LatencySummary summary, double[] millis) {}
}
