import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Calls each operation some times, looks at the clock around it, and prints what a measurement has to agree with. */
public final class Ledger {

    /** The number of bytes is not looked at. */
    public static final long ANY = -1;

    /** The number of bytes is what the call returns. */
    public static final long RETURNED = -2;

    private final Path folder;
    private final int rounds;

    Ledger(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    /** One of the pictures. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** The bytes of one of the pictures. */
    public byte[] bytes(String name) throws Exception {
        return Files.readAllBytes(file(name));
    }

    /**
     * Calls it.
     *
     * @param operation operation, format, api, engine and outcome
     * @param pixels of each call, as they are to be counted
     * @param bytes the same, of the file; {@link #RETURNED} if the call returns them, {@link #ANY} for any number
     */
    public void time(String operation, long pixels, long bytes, Callable<?> call) throws Exception {
        time(operation, rounds, pixels, bytes, call);
    }

    /** Calls once what is needed to go on. */
    public <T> T once(String operation, long pixels, long bytes, Callable<T> call) throws Exception {
        return time(operation, 1, pixels, bytes, call);
    }

    private static <T> T time(String operation, int calls, long pixels, long bytes, Callable<T> call) throws Exception {
        long all = 0;
        long least = Long.MAX_VALUE;
        long returned = 0;
        T result = null;
        for (int i = 0; i < calls; i++) {
            long begin = System.nanoTime();
            result = call.call();
            long nanos = System.nanoTime() - begin;
            all += nanos;
            least = Math.min(least, nanos);
            returned += bytes == RETURNED ? ((Number) result).longValue() : bytes;
        }
        System.out.println("expected " + operation + " " + calls + " " + calls * pixels + " "
                + (bytes == ANY ? -1 : returned) + " " + all + " " + least);
        return result;
    }

    /** The same of what is to fail. */
    public void failing(String operation, long bytes, Callable<?> call) throws Exception {
        time(operation, 0, bytes, () -> {
            try {
                return call.call();
            } catch (Exception expected) {
                return null;
            }
        });
    }

    /** Stops a test that believes something that is not so. */
    static void check(boolean condition) {
        if (!condition) {
            throw new IllegalStateException("not as it was thought to be");
        }
    }
}
