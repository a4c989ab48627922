package dev.hotpix.it.lifecycle.child;

import java.util.logging.LogManager;

/** A log manager that only a class loader of the application's own can find, as in an application server. */
public final class OwnLogManager extends LogManager {
}
