/**
 * Pixel kernels that reproduce Java2D's own arithmetic bit by bit: area averaging, bilinear and bicubic scaling,
 * exact halving, type conversion. A plain library on arrays; knows nothing of agents, images or hooks. Plain Java
 * throughout, and a second implementation with the Vector API where that was measured faster.
 */
package dev.hotpix.kernels;
