package dev.hotpix.demo.photo;

import java.awt.Color;

/** The light of a landscape. */
public enum Palette {
    DAWN("Dawn over the ridges", 0x2B3A67, 0xE98A7B, 0xFFD9A0, 0xFFF1C9, 0x9A86A4, 0x1F2A44, 0.30, 0.42, true),
    NOON("Noon in the high valley", 0x2F6FB5, 0x7FB2E0, 0xD6E8F5, 0xFFFFFF, 0x8FB0CC, 0x23422F, 0.72, 0.16, false),
    DUSK("Dusk by the lake", 0x1B1F4B, 0x8A3F7B, 0xF58A4B, 0xFFE0A3, 0x7A4A78, 0x120F26, 0.62, 0.50, true),
    NIGHT("Moonrise", 0x050B1F, 0x10244A, 0x2F5478, 0xF3F6FF, 0x2A4666, 0x03060F, 0.74, 0.20, true),
    AUTUMN("October light", 0x5F8FB4, 0xB9CFD3, 0xF6E3BD, 0xFFF6DA, 0xC79B68, 0x4A2413, 0.22, 0.24, false),
    DESERT("The dunes at five", 0x3E7CA8, 0xA9CBD2, 0xF9D9A7, 0xFFF4D2, 0xDFA56B, 0x6E2F16, 0.80, 0.34, false),
    MIST("Forest in the mist", 0x8FA7A5, 0xB9CAC5, 0xE1E9E2, 0xFFFFFF, 0xA9BFB6, 0x10261F, 0.45, 0.26, false),
    GRAY("Before the storm", 0x5A5A5A, 0xA2A2A2, 0xDEDEDE, 0xF6F6F6, 0x9C9C9C, 0x121212, 0.36, 0.30, true);

    private final String title;
    private final Color zenith;
    private final Color sky;
    private final Color horizon;
    private final Color sun;
    private final Color haze;
    private final Color ground;
    private final double sunX;
    private final double sunY;
    private final boolean lake;

    Palette(String title, int zenith, int sky, int horizon, int sun, int haze, int ground, double sunX, double sunY,
            boolean lake) {
        this.title = title;
        this.zenith = new Color(zenith);
        this.sky = new Color(sky);
        this.horizon = new Color(horizon);
        this.sun = new Color(sun);
        this.haze = new Color(haze);
        this.ground = new Color(ground);
        this.sunX = sunX;
        this.sunY = sunY;
        this.lake = lake;
    }

    /** What the picture is called. */
    public String title() {
        return title;
    }

    Color[] skyColors() {
        return new Color[] {zenith, sky, horizon};
    }

    Color sun() {
        return sun;
    }

    /** Where the sun stands, as parts of width and height. */
    double sunX() {
        return sunX;
    }

    double sunY() {
        return sunY;
    }

    boolean hasLake() {
        return lake;
    }

    boolean isNight() {
        return this == NIGHT;
    }

    /** @param nearness 0 for the farthest ridge, 1 for the nearest */
    Color ridge(double nearness) {
        return mix(haze, ground, Math.pow(nearness, 0.8));
    }

    static Color mix(Color a, Color b, double share) {
        return new Color(
                (int) Math.round(a.getRed() + (b.getRed() - a.getRed()) * share),
                (int) Math.round(a.getGreen() + (b.getGreen() - a.getGreen()) * share),
                (int) Math.round(a.getBlue() + (b.getBlue() - a.getBlue()) * share));
    }
}
