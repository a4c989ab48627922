/**
 * Embedded colour profiles: the JDK's own conversion, and for matrix profiles tables that are proven equal to
 * it for every colour.
 */
package dev.hotpix.redirect.jpeg.profile;
