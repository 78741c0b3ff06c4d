package dev.rung.server;

import static dev.rung.server.Scope.ADMIN;
import static dev.rung.server.Scope.PUBLIC;
import static dev.rung.server.Scope.READ;
import static dev.rung.server.Scope.RECRUIT;
import static dev.rung.server.Scope.WRITE;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.Kind;
import dev.rung.match.Recommender;
import dev.rung.pathway.Pathfinder;
import dev.rung.privacy.PersonalData;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that can be asked, in one place. {@code openapi.yaml} describes the same, and a test compares the two.
 */
final class Routes {
    private static final List<Kind<?>> LISTED = List.of(Kind.JOBS, Kind.CREDENTIALS, Kind.ROLES, Kind.SKILLS);

    private Routes() {}

    static List<Route> of(Services services) {
        Catalogue catalogue = services.catalogue();
        Recommender recommender = services.recommender();
        PersonalData everybody = services.people();
        Notes notes = services.notes();
        Limits limits = services.limits();
        List<Route> routes = new ArrayList<>();
        var recommendations = new RecommendationResource(catalogue, recommender, everybody, Clock.systemUTC());
        routes.add(Route.post("/v1/recommendations/credentials", READ, recommendations::credentials));
        routes.add(Route.post("/v1/recommendations/roles", READ, recommendations::roles));
        routes.add(Route.post("/v1/recommendations/jobs", READ, recommendations::jobs));
        routes.add(Route.post("/v1/recommendations/credentials/{id}/jobs", READ, recommendations::opened));
        routes.add(Route.post("/v1/groups", READ, recommendations::group));
        routes.add(Route.get("/v1/demand", READ, recommendations::demand));
        routes.add(Route.post("/v1/candidates/search", RECRUIT, recommendations::candidates));

        var pathways = new PathwayResource(catalogue, new Pathfinder(recommender), Clock.systemUTC());
        routes.add(Route.post("/v1/pathways", READ, pathways::find));

        var batch = new BatchResource(recommender, limits.sizes().batch());
        routes.add(Route.post("/v1/recommendations:batch", READ, batch::ask));

        var extract = new ExtractResource(catalogue, recommender);
        routes.add(Route.post("/v1/skills:extract", READ, extract::extract));

        var verify = new VerifyResource(catalogue, recommender, services.trust());
        routes.add(Route.document("/v1/credentials/verify", READ, verify::verify));

        for (Kind<?> kind : LISTED) routes.addAll(records(services, kind));

        var cards = new CardResource(catalogue, recommender, Clock.systemUTC());
        routes.add(Route.get("/v1/credentials/{id}/card", READ, cards::card));
        routes.add(Route.post("/v1/credentials/{id}/card", READ, cards::cardForSomebody));
        routes.add(Route.get("/v1/credentials/{id}/similar", READ, cards::similar));
        var pages = new PageResource();
        routes.add(Route.page("/credentials/{id}", READ, cards::page, pages::keylessCard));

        var people = new RecordResource<>(catalogue, recommender, Kind.CANDIDATES);
        var person = new CandidateResource(catalogue, everybody, recommender);
        var crowd = bulk(services, Kind.CANDIDATES);
        routes.add(Route.get("/v1/candidates/{id}", RECRUIT, people::get));
        routes.add(Route.put("/v1/candidates/{id}", WRITE, people::put));
        routes.add(Route.delete("/v1/candidates/{id}", ADMIN, person::erase));
        routes.add(Route.get("/v1/candidates/{id}/export", ADMIN, person::export));
        routes.add(Route.bulk("/v1/candidates:bulk", WRITE, crowd::load));

        var held = new HeldCredentialResource(services.wallet(), catalogue, recommender);
        routes.add(Route.document("/v1/candidates/{id}/credentials", WRITE, held::add));
        routes.add(Route.again("/v1/candidates/{id}/credentials:recheck", WRITE, held::recheck));
        routes.add(Route.delete("/v1/candidates/{id}/credentials/{digest}", WRITE, held::remove));
        var kept = new DecisionResource(services.decisions());
        routes.add(Route.get("/v1/decisions", ADMIN, kept::list));
        routes.add(Route.get("/v1/decisions.csv", ADMIN, kept::sheet));
        routes.add(Route.get("/v1/decisions/{id}", ADMIN, kept::get));
        var behaviour = new EventResource(services.events(), catalogue, recommender, limits);
        routes.add(Route.post("/v1/events", WRITE, behaviour::record));
        routes.add(Route.bulk("/v1/events:bulk", WRITE, behaviour::load));

        var operator = new OperatorResource(catalogue, recommender, notes, Clock.systemUTC());
        routes.add(Route.get("/v1/imports", ADMIN, operator::imports));
        routes.add(Route.get("/v1/evaluations", ADMIN, operator::evaluations));
        routes.add(Route.post("/v1/evaluations", ADMIN, operator::evaluate));
        var anew = new ReindexResource(services.reindexing());
        routes.add(Route.get("/v1/reindex", ADMIN, anew::state));
        routes.add(Route.again("/v1/reindex", ADMIN, anew::begin));

        var health = new HealthResource(catalogue, services.wantsKeys());
        routes.add(Route.get("/health/live", PUBLIC, health::live));
        routes.add(Route.get("/health/ready", PUBLIC, health::ready));
        routes.add(Route.get("/metrics", READ, services.metrics()::scrape).atOnce());

        routes.add(Route.get("/embed.js", PUBLIC, new EmbedResource()::script));
        routes.addAll(pages.routes());
        return List.copyOf(routes);
    }

    private static <T> List<Route> records(Services services, Kind<T> kind) {
        String all = "/v1/" + kind.plural();
        var records = new RecordResource<>(services.catalogue(), services.recommender(), kind);
        var bulk = bulk(services, kind);
        return List.of(
                Route.get(all, READ, records::list),
                Route.bulk(all + ":bulk", WRITE, bulk::load),
                Route.get(all + "/{id}", READ, records::get),
                Route.put(all + "/{id}", WRITE, records::put),
                Route.delete(all + "/{id}", WRITE, records::delete));
    }

    private static <T> BulkResource<T> bulk(Services services, Kind<T> kind) {
        return new BulkResource<>(
                services.catalogue(),
                services.recommender(),
                kind,
                services.notes().imports(),
                services.metrics(),
                services.limits());
    }
}
