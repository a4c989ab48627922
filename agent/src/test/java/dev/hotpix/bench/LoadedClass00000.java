package dev.hotpix.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A class as applications have thousands of: {@link ClassLoadingBench} makes as many of it, by other names. Does
 * nothing of interest.
 */
final class LoadedClass00000 {

    private static final Map<String, Integer> COUNTS = new HashMap<>();

    private final String name;
    private final List<String> values = new ArrayList<>();
    private int changes;

    LoadedClass00000(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    String name() {
        return name;
    }

    void add(String value) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("value of " + name + " is empty");
        }
        values.add(value.trim());
        changes++;
    }

    boolean remove(String value) {
        boolean removed = values.remove(value);
        changes += removed ? 1 : 0;
        return removed;
    }

    <T> List<T> map(Function<String, T> function) {
        List<T> mapped = new ArrayList<>(values.size());
        for (String value : values) {
            try {
                mapped.add(function.apply(value));
            } catch (IllegalStateException unusable) {
                mapped.add(null);
            }
        }
        return mapped;
    }

    int count(char wanted) {
        int count = 0;
        for (String value : values) {
            for (int i = 0; i < value.length(); i++) {
                count += value.charAt(i) == wanted ? 1 : 0;
            }
        }
        synchronized (COUNTS) {
            COUNTS.merge(name, count, Integer::sum);
        }
        return count;
    }

    double mean() {
        double sum = 0;
        for (String value : values) {
            sum += Double.parseDouble(value);
        }
        return values.isEmpty() ? Double.NaN : sum / values.size();
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof LoadedClass00000)) {
            return false;
        }
        LoadedClass00000 that = (LoadedClass00000) other;
        return name.equals(that.name) && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, values);
    }

    @Override
    public String toString() {
        switch (values.size()) {
            case 0:
                return name + " (empty)";
            case 1:
                return name + " = " + values.get(0);
            default:
                return name + " = " + values + " after " + changes + " changes";
        }
    }
}
