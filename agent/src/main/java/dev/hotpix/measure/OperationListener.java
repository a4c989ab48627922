package dev.hotpix.measure;

/**
 * Follows every measured operation, on the thread that does it. In steady state both methods must neither allocate,
 * block nor take locks; what they throw is lost.
 */
public interface OperationListener {

    /** {@code operation} begins: only its kind and api are known. */
    default void began(ImageOperation operation) {
    }

    /** {@code operation} has ended and is counted. */
    void ended(ImageOperation operation);
}
