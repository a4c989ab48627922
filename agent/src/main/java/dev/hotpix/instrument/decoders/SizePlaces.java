package dev.hotpix.instrument.decoders;

/** Where in a call the width and the height of an image are found. */
final class SizePlaces {

    /** Nowhere. */
    static final SizePlaces NONE = new SizePlaces(Place.NONE, Place.NONE, null, null, Place.NONE, Place.NONE);

    private final Place image;
    private final Place other;
    private final Getter width;
    private final Getter height;
    private final Place first;
    private final Place second;

    private SizePlaces(Place image, Place other, Getter width, Getter height, Place first, Place second) {
        this.image = image;
        this.other = other;
        this.width = width;
        this.height = height;
        this.first = first;
        this.second = second;
    }

    /** An image of the JDK's, or anything of which {@link ImageSize} knows what to ask. */
    static SizePlaces image(Place image) {
        return new SizePlaces(image, Place.NONE, null, null, Place.NONE, Place.NONE);
    }

    /**
     * Reads them as they stand in the table:
     * <ul>
     * <li>{@code P}: an image of the JDK's
     * <li>{@code P.width,height}: what these methods of an object return
     * <li>{@code P.width,height(M,N)}: the same, of methods to which the arguments M and N are handed
     * <li>{@code [M],[N]}: the first elements of these arguments, {@code int[]} or {@code IntBuffer}
     * <li>{@code (M,N)}: these arguments, {@code int}
     * </ul>
     */
    static SizePlaces of(String text) {
        if (text.startsWith("[")) {
            String[] both = text.substring(1, text.length() - 1).split("],\\[");
            return new SizePlaces(Place.holder(both[0]), Place.holder(both[1]), null, null, Place.NONE, Place.NONE);
        }
        int open = text.indexOf('(');
        Place first = Place.NONE;
        Place second = Place.NONE;
        if (open >= 0) {
            String[] both = text.substring(open + 1, text.length() - 1).split(",");
            first = Place.holder(both[0]);
            second = Place.holder(both[1]);
        }
        String object = open < 0 ? text : text.substring(0, open);
        int point = object.indexOf('.');
        if (object.isEmpty()) {
            return new SizePlaces(Place.NONE, Place.NONE, null, null, first, second);
        }
        if (point < 0) {
            return image(Place.holder(object));
        }
        String[] names = object.substring(point + 1).split(",");
        Place image = Place.holder(object.substring(0, point));
        return open < 0
                ? new SizePlaces(image, Place.NONE, Getter.number(names[0]), Getter.number(names[1]), first, second)
                : new SizePlaces(
                        image, Place.NONE, Getter.numberOfTwo(names[0]), Getter.numberOfTwo(names[1]), first, second);
    }

    /** The object that tells both, or the width. */
    Place image() {
        return image;
    }

    /** The object that tells the height, if it is another. */
    Place other() {
        return other;
    }

    /** Null if there is nothing to ask. */
    Getter width() {
        return width;
    }

    Getter height() {
        return height;
    }

    /** The first number. */
    Place first() {
        return first;
    }

    /** The second number. */
    Place second() {
        return second;
    }
}
