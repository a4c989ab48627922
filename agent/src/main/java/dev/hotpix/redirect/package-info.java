/** What the redirects have in common: how they are audited, and when they switch themselves off. */
package dev.hotpix.redirect;
