package dev.hotpix.instrument;

import net.bytebuddy.dynamic.DynamicType;

/** What is woven into one class or one kind of classes. A class may have several. */
public interface Target {

    /**
     * Adds this target's advice.
     *
     * @param type the class as it is now
     * @return the class to be
     */
    DynamicType.Builder<?> weave(DynamicType.Builder<?> type);

    /**
     * Whether the last {@link #weave} found in the class what it was written for. If not, the class is woven without
     * it.
     */
    default boolean took() {
        return true;
    }
}
