package dev.rung.server;

import dev.rung.skill.Check;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Optional;

/**
 * One thing that can be asked.
 *
 * @param method of HTTP
 * @param path with names in braces where values go
 * @param scope that the caller's key needs
 * @param body that it takes
 * @param needsPlace whether it has to wait for a place among those that are worked on; what everybody may ask and costs nothing does not
 * @param handler that answers
 * @param keyless what a browser that brings no key is shown instead of a refusal: a page that asks for one, with nothing of the catalogue in it
 */
record Route(
        HandlerType method,
        String path,
        Scope scope,
        Body body,
        boolean needsPlace,
        Handler handler,
        Optional<Handler> keyless) {
    Route {
        Check.present("method", method);
        Check.present("path", path);
        Check.present("scope", scope);
        Check.present("body", body);
        Check.present("handler", handler);
        Check.present("keyless", keyless);
    }

    private Route(HandlerType method, String path, Scope scope, Body body, Handler handler) {
        this(method, path, scope, body, scope != Scope.PUBLIC, handler, Optional.empty());
    }

    /** A page to read, which people open by a link, and so without the key that a program would send. */
    static Route page(String path, Scope scope, Handler handler, Handler keyless) {
        return new Route(HandlerType.GET, path, scope, Body.NONE, scope != Scope.PUBLIC, handler, Optional.of(keyless));
    }

    static Route get(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.GET, path, scope, Body.NONE, handler);
    }

    static Route put(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.PUT, path, scope, Body.JSON, handler);
    }

    static Route delete(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.DELETE, path, scope, Body.NONE, handler);
    }

    static Route post(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.POST, path, scope, Body.JSON, handler);
    }

    static Route document(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.POST, path, scope, Body.DOCUMENT, handler);
    }

    /** To do something again, with nothing more to say. */
    static Route again(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.POST, path, scope, Body.NONE, handler);
    }

    static Route bulk(String path, Scope scope, Handler handler) {
        return new Route(HandlerType.POST, path, scope, Body.LINES, handler);
    }

    /** The same, answered at once, however many others are being worked on. */
    Route atOnce() {
        return new Route(method, path, scope, body, false, handler, keyless);
    }
}
