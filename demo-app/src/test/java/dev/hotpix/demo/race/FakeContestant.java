package dev.hotpix.demo.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers without a JVM; notes the timed work in a shared log. */
class FakeContestant implements Contestant {

    final List<ImageFile> files = new ArrayList<>();
    private final String label;
    private final double millis;
    private final List<String> log;

    FakeContestant(String label, double millis, List<String> log) {
        this.label = label;
        this.millis = millis;
        this.log = log;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public int load(ImageFile file) {
        files.add(file);
        return files.size() - 1;
    }

    @Override
    public Optional<Timing> run(int index, int repeat) {
        log.add(label + " " + files.get(index).name() + " x" + repeat);
        return Optional.of(new Timing(millis * 2e6, millis * 1e6));
    }

    @Override
    public String digest(int index) {
        return "image abc 1000x500 type=5";
    }

    @Override
    public String mbean(String name, String attribute) {
        return "-";
    }
}
