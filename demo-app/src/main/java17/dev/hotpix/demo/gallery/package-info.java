/** Photos: taken in with care, kept under names of our own, shown upright in three sizes. Knows nothing of the web. */
package dev.hotpix.demo.gallery;
