package dev.hotpix.demo.race;

import java.util.Optional;

/** One side of the race: something that works on files and tells time, pixels and its MBeans. */
interface Contestant {

    String label();

    /** @return the index by which the other methods know this file */
    int load(ImageFile file) throws ChildDiedException;

    /** Mean times of doing it {@code repeat} times; empty if it fails. */
    Optional<Timing> run(int index, int repeat) throws ChildDiedException;

    /** Equal exactly when the application could not tell the results apart. */
    String digest(int index) throws ChildDiedException;

    /** {@code -} if there is no such bean or attribute. */
    String mbean(String name, String attribute) throws ChildDiedException;
}
