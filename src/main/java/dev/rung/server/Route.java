package dev.rung.server;

import dev.rung.skill.Check;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One thing that can be asked.
 *
 * @param method of HTTP
 * @param path with names in braces where values go
 * @param scope that the caller's key needs
 * @param body that it takes
 * @param needsPlace whether it has to wait for a place among those that are worked on; what everybody may ask and costs nothing does not
 * @param handler that answers
 */
record Route(HandlerType method, String path, Scope scope, Body body, boolean needsPlace, Handler handler) {
    Route {
        Check.present("method", method);
        Check.present("path", path);
        Check.present("scope", scope);
        Check.present("body", body);
        Check.present("handler", handler);
    }

    static Route get(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.GET, path, scope, Body.NONE, scope != Scope.PUBLIC, handler);
    }

    static Route put(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.PUT, path, scope, Body.JSON, scope != Scope.PUBLIC, handler);
    }

    static Route delete(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.DELETE, path, scope, Body.NONE, scope != Scope.PUBLIC, handler);
    }

    static Route post(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.POST, path, scope, Body.JSON, scope != Scope.PUBLIC, handler);
    }

    static Route document(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.POST, path, scope, Body.DOCUMENT, scope != Scope.PUBLIC, handler);
    }

    /** To do something again, with nothing more to say. */
    static Route again(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.POST, path, scope, Body.NONE, scope != Scope.PUBLIC, handler);
    }

    static Route bulk(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.POST, path, scope, Body.LINES, scope != Scope.PUBLIC, handler);
    }

    /** The same, answered at once, however many others are being worked on. */
    Route atOnce() {
        return new Route(method, path, scope, body, false, handler);
    }
}
