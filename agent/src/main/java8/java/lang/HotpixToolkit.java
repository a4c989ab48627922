package java.lang;

/**
 * What the woven producers of {@code Toolkit} images and of scaled images call: a bridge like {@link HotpixImageIo}.
 */
public abstract class HotpixToolkit {

    /** The agent's side; null while the agent is not ready or switched off. */
    public static volatile HotpixToolkit sink;

    protected HotpixToolkit() {
    }

    /**
     * Something was constructed whose pixels will be produced later: the source of a {@code Toolkit} image, or a
     * scaling {@code ImageFilter}.
     */
    public static void imagePromised(Object source) {
        HotpixToolkit agent = sink;
        if (agent != null) {
            agent.promiseMade(source);
        }
    }

    /** The source of a {@code Toolkit} image is about to be loaded, on a thread of the JDK; 0 as above. */
    public static long enterFetch(Object source) {
        HotpixToolkit agent = sink;
        return agent == null ? 0 : agent.fetchEntered(source);
    }

    /** The source is loaded, or has failed. */
    public static void exitFetch(long token, Object source, Throwable thrown) {
        HotpixToolkit agent = sink;
        if (agent != null && token != 0) {
            agent.fetchLeft(token, source, thrown);
        }
    }

    /** An {@code ImageDecoder} was constructed for the source that is being loaded. */
    public static void decoderFound(Object decoder) {
        HotpixToolkit agent = sink;
        if (agent != null) {
            agent.fetchDecoder(decoder);
        }
    }

    /** An {@code ImageDecoder} knows the size of its image. */
    public static void decoderSized(Object decoder, int width, int height) {
        HotpixToolkit agent = sink;
        if (agent != null) {
            agent.fetchSize(decoder, width, height);
        }
    }

    /** An {@code ImageDecoder} has a status for its consumers, as in {@code ImageConsumer.imageComplete}. */
    public static void decoderComplete(Object decoder, int status) {
        HotpixToolkit agent = sink;
        if (agent != null) {
            agent.fetchComplete(decoder, status);
        }
    }

    /** A consumer gets a filter of its own, a copy of the scaling filter that was constructed. */
    public static void filterCopied(Object filter, Object copy) {
        HotpixToolkit agent = sink;
        if (agent != null) {
            agent.scalingCopied(filter, copy);
        }
    }

    /** The production of a scaled image begins: it may be done when this call ends or only have been ordered. */
    public static long enterProduction(Object filter) {
        HotpixToolkit agent = sink;
        return agent == null ? 0 : agent.productionEntered(filter);
    }

    /** See {@link #enterProduction}. */
    public static void exitProduction(long token, Throwable thrown) {
        HotpixToolkit agent = sink;
        if (agent != null && token != 0) {
            agent.productionLeft(token, thrown);
        }
    }

    /** A scaling filter gets pixels; 0 if it need not tell when it has dealt with them. */
    public static long enterFilter(Object filter) {
        HotpixToolkit agent = sink;
        return agent == null ? 0 : agent.filterEntered(filter);
    }

    /** See {@link #enterFilter}. */
    public static void exitFilter(long token, Object filter) {
        HotpixToolkit agent = sink;
        if (agent != null && token != 0) {
            agent.filterLeft(token, filter);
        }
    }

    /** A scaling filter has got all pixels of an image, or will get no more; as {@code imageComplete}. */
    public static void filterComplete(Object filter, int status) {
        HotpixToolkit agent = sink;
        if (agent != null) {
            agent.filterCompleted(filter, status);
        }
    }

    /** See {@link #imagePromised}. */
    protected abstract void promiseMade(Object source);

    /** See {@link #enterFetch}. */
    protected abstract long fetchEntered(Object source);

    /** See {@link #exitFetch}. */
    protected abstract void fetchLeft(long token, Object source, Throwable thrown);

    /** See {@link #decoderFound}. */
    protected abstract void fetchDecoder(Object decoder);

    /** See {@link #decoderSized}. */
    protected abstract void fetchSize(Object decoder, int width, int height);

    /** See {@link #decoderComplete}. */
    protected abstract void fetchComplete(Object decoder, int status);

    /** See {@link #filterCopied}. */
    protected abstract void scalingCopied(Object filter, Object copy);

    /** See {@link #enterProduction}. */
    protected abstract long productionEntered(Object filter);

    /** See {@link #exitProduction}. */
    protected abstract void productionLeft(long token, Throwable thrown);

    /** See {@link #enterFilter}. */
    protected abstract long filterEntered(Object filter);

    /** See {@link #exitFilter}. */
    protected abstract void filterLeft(long token, Object filter);

    /** See {@link #filterComplete}. */
    protected abstract void filterCompleted(Object filter, int status);
}
