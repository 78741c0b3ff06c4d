package dev.rung.server;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pages for people, the files that they are made of, and the description of the interface. */
final class PageResource {
    private static final String OPENAPI = "/openapi.yaml";

    private final WebFiles files = new WebFiles();
    private final StaticContent openApi = StaticContent.resource(OPENAPI, "application/yaml; charset=utf-8");
    private final StaticContent docs = StaticContent.of(
            DocsPage.of(StaticContent.read(OPENAPI)).getBytes(StandardCharsets.UTF_8), StaticContent.HTML);

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
