import java.nio.file.Path;
import java.util.Arrays;

/** Uses image libraries. Arguments: folder of pictures of 640 by 480, rounds, names of the uses. */
public final class DecodersApp {

    private DecodersApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        Ledger ledger = new Ledger(Path.of(args[0]), Integer.parseInt(args[1]));
        for (String use : Arrays.asList(args).subList(2, args.length)) {
            ((Use) Class.forName(use).getDeclaredConstructor().newInstance()).run(ledger);
        }
        System.out.println("done");
    }
}
