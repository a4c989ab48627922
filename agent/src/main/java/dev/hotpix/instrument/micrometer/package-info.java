/** The application's own Micrometer: where its registries are seen. */
package dev.hotpix.instrument.micrometer;
