/**
 * Scaling in place of Java2D's own loops, when the result is known to be the same: decides from the arguments of
 * the JDK's internal calls, runs a kernel, or leaves everything as it was and says why.
 */
package dev.hotpix.redirect.resize;
