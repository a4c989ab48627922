package dev.hotpix.demo.gallery;

/** Text of strangers, made fit to be shown. It never names a file. */
final class PhotoTitle {

    static final int LENGTH = 60;
    private static final String UNKNOWN = "Photo";

    private PhotoTitle() {}

    /** @param fileName as the browser sent it, perhaps with folders, or null */
    static String ofFileName(String fileName) {
        String name = fileName == null ? "" : fileName.substring(
                Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        String title = printable(dot > 0 ? name.substring(0, dot) : name, LENGTH);
        return title.isEmpty() ? UNKNOWN : title;
    }

    /** Without control characters and those that turn the direction of what follows, and not too long. */
    static String printable(String text, int length) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE)
                .limit(length)
                .forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }
}
