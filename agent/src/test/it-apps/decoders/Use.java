/** What an application does with one library. */
public interface Use {

    /** Does it. */
    void run(Ledger ledger) throws Exception;
}
