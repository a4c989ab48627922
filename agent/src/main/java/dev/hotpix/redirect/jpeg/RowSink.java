package dev.hotpix.redirect.jpeg;

/** Where the rows of a read go, one after the other. */
@FunctionalInterface
interface RowSink {

    /**
     * Takes a row.
     *
     * @param index its number in the result, from 0
     * @param samples holds its samples from {@code offset} on, valid during this call
     * @throws Throwable what the reader's callbacks throw
     */
    void row(int index, byte[] samples, int offset) throws Throwable;
}
