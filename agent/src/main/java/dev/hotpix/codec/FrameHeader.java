package dev.hotpix.codec;

/** What a file's markers say up to its first scan. Immutable. */
public final class FrameHeader {

    /** Positions in the array filled by {@link TurboJpeg#readHeader}; see {@code enum hp_info}. */
    private static final int WIDTH = 0;
    private static final int HEIGHT = 1;
    private static final int PRECISION = 2;
    private static final int COMPONENT_COUNT = 3;
    private static final int PROGRESSIVE = 4;
    private static final int ARITHMETIC = 5;
    private static final int MULTI_SCAN = 6;
    private static final int RESTART_INTERVAL = 7;
    private static final int SAW_JFIF = 8;
    private static final int SAW_ADOBE = 9;
    private static final int ADOBE_TRANSFORM = 10;
    private static final int COLOR_SPACE = 11;
    private static final int COMPONENTS = 14;
    private static final int COMPONENT_SIZE = 3;
    private static final int MAX_COMPONENTS = 4;

    /** Length of that array. */
    static final int INFO_SIZE = COMPONENTS + COMPONENT_SIZE * MAX_COMPONENTS;

    private final int[] info;

    FrameHeader(int[] info) {
        this.info = info.clone();
    }

    /** Pixels per row, 1 to 65500. */
    public int width() {
        return info[WIDTH];
    }

    /** Rows, 1 to 65500. */
    public int height() {
        return info[HEIGHT];
    }

    /** Bits per sample. */
    public int precision() {
        return info[PRECISION];
    }

    public int componentCount() {
        return info[COMPONENT_COUNT];
    }

    public boolean progressive() {
        return info[PROGRESSIVE] != 0;
    }

    public boolean arithmetic() {
        return info[ARITHMETIC] != 0;
    }

    /** Whether the image needs several scans: progressive, or components in scans of their own. */
    public boolean multiScan() {
        return info[MULTI_SCAN] != 0;
    }

    /** MCUs between restart markers; 0 without them. */
    public int restartInterval() {
        return info[RESTART_INTERVAL];
    }

    public boolean sawJfif() {
        return info[SAW_JFIF] != 0;
    }

    public boolean sawAdobe() {
        return info[SAW_ADOBE] != 0;
    }

    /** The transform code of the Adobe marker; 0 without one. */
    public int adobeTransform() {
        return info[ADOBE_TRANSFORM];
    }

    /** libjpeg's guess at the file's colour space. */
    public ColorSpace colorSpace() {
        return ColorSpace.ofCode(info[COLOR_SPACE]);
    }

    /** The id byte of component {@code index}. */
    public int componentId(int index) {
        return info[component(index)];
    }

    /** Horizontal sampling factor of component {@code index}, 1 to 4. */
    public int horizontalSampling(int index) {
        return info[component(index) + 1];
    }

    /** Vertical sampling factor of component {@code index}, 1 to 4. */
    public int verticalSampling(int index) {
        return info[component(index) + 2];
    }

    private int component(int index) {
        if (index < 0 || index >= Math.min(componentCount(), MAX_COMPONENTS)) {
            throw new IndexOutOfBoundsException("component " + index + " of " + componentCount());
        }
        return COMPONENTS + COMPONENT_SIZE * index;
    }

    /** Sampling factors as {@code "2x2,1x1,1x1"}: horizontal times vertical, per component. */
    public String sampling() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(componentCount(), MAX_COMPONENTS); i++) {
            text.append(i == 0 ? "" : ",")
                .append(horizontalSampling(i)).append('x').append(verticalSampling(i));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return width() + "x" + height() + " " + sampling() + (progressive() ? " progressive" : "");
    }
}
