package dev.hotpix.it.app.operations;

import java.nio.file.Path;

/** Does every kind of image operation in every way, and prints what it does. Arguments: folder of files, rounds. */
public final class OperationsApp {

    private OperationsApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        Ledger ledger = new Ledger(Integer.parseInt(args[1]));
        Path folder = Path.of(args[0]);
        new Productions(ledger, folder).run();
        new ReadsAndWrites(ledger, folder).run();
        new Draws(ledger).run();
        ledger.end();
    }
}
