package dev.rung.server;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pages for people, the files that they are made of, and the description of the interface. */
final class PageResource {
    private static final String OPENAPI = "/openapi.yaml";

    private final WebFiles files = new WebFiles();
    private final StaticContent openApi = StaticContent.resource(OPENAPI, "application/yaml; charset=utf-8");
    private final StaticContent docs = StaticContent.of(
            DocsPage.of(StaticContent.read(OPENAPI)).getBytes(StandardCharsets.UTF_8), StaticContent.HTML);

    /** In place of a card, for a browser without a key. It asks for one, and fetches the card with it. */
    void keylessCard(Context ctx) {
        files.file("card/page.html").sendKeyless(ctx);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", Scope.PUBLIC, files.file("learner/page.html")::send),
                Route.get("/recruiter", Scope.PUBLIC, files.file("recruiter/page.html")::send),
                Route.get("/operator", Scope.PUBLIC, files.file("operator/page.html")::send),
                Route.get("/web/{folder}/{file}", Scope.PUBLIC, files::send),
                Route.get("/docs", Scope.PUBLIC, docs::send),
                Route.get(OPENAPI, Scope.PUBLIC, openApi::send));
    }
}
