package dev.rung.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;

/**
 * The files of the pages: a closed list, written in {@code /web/index}, read once when the server starts. Whatever is asked for, only a file of
 * that list is sent; no path on a disk is ever made from a request.
 *
 * <p>To add a file, put it into a folder of {@code src/main/resources/web} and its name into {@code index}.
 */
final class WebFiles {
    private static final String ROOT = "/web/";
    private static final Map<String, String> TYPES = Map.of(
            "html", StaticContent.HTML,
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, StaticContent> files = new HashMap<>();

    WebFiles() {
        for (String name : new String(StaticContent.read(ROOT + "index"), UTF_8).split("\n")) {
            if (!name.isBlank()) files.put(name, StaticContent.resource(ROOT + name, type(name)));
        }
    }

    private static String type(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) throw new IllegalStateException("/web/index names a file of no known type: " + name);
        return type;
    }

    /** The file that a path of the form {@code /web/{folder}/{file}} names. */
    void send(Context ctx) {
        Query.of(ctx, java.util.List.of());
        StaticContent file = files.get(ctx.pathParam("folder") + "/" + ctx.pathParam("file"));
        if (file == null) throw new Refusal(Problem.Sort.NOT_FOUND, "the pages have no such file");
        file.send(ctx);
    }

    /** One file, which has to be on the list. */
    StaticContent file(String name) {
        StaticContent file = files.get(name);
        if (file == null) throw new IllegalStateException("/web/index does not name " + name);
        return file;
    }
}
