package dev.hotpix.demo.race;

import java.util.Optional;

/** One side of the race: something that decodes files and tells time, pixels and its MBeans. */
interface Contestant {

    String label();

    /** @return the index by which the other methods know this file */
    int load(ImageFile file) throws ChildDiedException;

    /** Mean times of one of {@code repeat} decodes; empty if the file does not decode. */
    Optional<Timing> decode(int index, int repeat) throws ChildDiedException;

    /** Equal exactly when the application could not tell the results apart. */
    String digest(int index) throws ChildDiedException;

    /** {@code -} if there is no such bean or attribute. */
    String mbean(String name, String attribute) throws ChildDiedException;
}
