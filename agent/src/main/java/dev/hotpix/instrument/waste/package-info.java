/** How decoded images are used: draws, filters, parts cut out, reads of many samples, writes. */
package dev.hotpix.instrument.waste;
