/**
 * The application's own Micrometer: meters in the registries that it has, never a registry more. There may be several
 * copies of Micrometer in one JVM, each in a class loader that is dropped with its application.
 */
package dev.hotpix.publish.micrometer;
