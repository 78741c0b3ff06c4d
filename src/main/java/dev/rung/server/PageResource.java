package dev.rung.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Pages and files that are the same for everybody. They need nothing from elsewhere, and are told to take nothing from elsewhere. */
final class PageResource {
    private static final String OWN_THINGS_ONLY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final String HTML = "text/html; charset=utf-8";

    private final Content start = Content.of("start.html", HTML);
    private final Content startScript = Content.of("start.js", "text/javascript; charset=utf-8");
    private final Content style = Content.of("rung.css", "text/css; charset=utf-8");
    private final Content openApi = Content.of("/openapi.yaml", "application/yaml; charset=utf-8");
    private final Content docs = Content.of(DocsPage.of(openApi.bytes).getBytes(StandardCharsets.UTF_8), HTML);

    void start(Context ctx) {
        start.send(ctx);
    }

    void startScript(Context ctx) {
        startScript.send(ctx);
    }

    void style(Context ctx) {
        style.send(ctx);
    }

    void openApi(Context ctx) {
        openApi.send(ctx);
    }

    void docs(Context ctx) {
        docs.send(ctx);
    }

    private record Content(byte[] bytes, String type, String tag) {
        static Content of(byte[] bytes, String type) {
            return new Content(bytes, type, Freshness.tag(bytes));
        }

        static Content of(String resource, String type) {
            try (InputStream in = PageResource.class.getResourceAsStream(resource)) {
                if (in == null) throw new IllegalStateException("this build of Rung lacks the file " + resource);
                return of(in.readAllBytes(), type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void send(Context ctx) {
            ctx.header("Content-Security-Policy", OWN_THINGS_ONLY);
            ctx.header("Cache-Control", "public, no-cache");
            if (Freshness.isHeld(ctx, tag)) return;
            ctx.contentType(type).result(bytes);
        }
    }
}
