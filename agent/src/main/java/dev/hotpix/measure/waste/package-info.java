/**
 * What was decoded for nothing: images that are only ever shown much smaller than they were decoded, and the same
 * bytes decoded again. Knows images as objects with an identity and a size, and input as a hash.
 */
package dev.hotpix.measure.waste;
