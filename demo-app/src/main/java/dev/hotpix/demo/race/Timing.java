package dev.hotpix.demo.race;

/** Mean nanoseconds of one decode. */
final class Timing {

    private final double wall;
    private final double cpu;

    Timing(double wall, double cpu) {
        this.wall = wall;
        // Some JVMs and clocks cannot tell the CPU time of so short a piece of work.
        this.cpu = cpu > 0 ? cpu : wall;
    }

    double wall() {
        return wall;
    }

    double cpu() {
        return cpu;
    }
}
