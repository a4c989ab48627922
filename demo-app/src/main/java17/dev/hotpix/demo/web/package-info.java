/** The web application: HTTP in front of the gallery and the race. */
package dev.hotpix.demo.web;
