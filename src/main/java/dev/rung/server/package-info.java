/**
 * Rung over HTTP: routes, keys, limits, problems, pages.
 *
 * <p>Start with {@link dev.rung.server.RungServer}, then {@code Routes}, which lists every route with the scope it needs and the body it
 * takes; there is one resource class a noun. May know every room but {@code cli}; it is the only one that knows Javalin and Jetty.
 */
@NullMarked
package dev.rung.server;

import org.jspecify.annotations.NullMarked;
