package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Generation;
import dev.rung.catalogue.Kind;
import dev.rung.server.Problem.Sort;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the process lives, and whether it can answer. */
final class HealthResource {
    private static final Logger LOG = LoggerFactory.getLogger(HealthResource.class);

    private final Catalogue catalogue;
    private final boolean wantsKeys;

    HealthResource(Catalogue catalogue, boolean wantsKeys) {
        this.catalogue = catalogue;
        this.wantsKeys = wantsKeys;
    }

    /**
     * How things are.
     *
     * @param status {@code live} or {@code ready}
     * @param generation of the catalogue
     * @param model of the encoder that it was built with
     * @param keys whether this server wants keys; without them it answers this machine only
     * @param records how many it holds, by kind; of people only for whoever may read or erase them: from a number that grows at the right moment, somebody
     *     outside could tell who has just been entered
     */
    record Health(
            String status,
            Optional<String> generation,
            Optional<String> model,
            boolean keys,
            Map<String, Long> records) {}

    void live(Context ctx) {
        Reply.json(ctx, new Health("live", Optional.empty(), Optional.empty(), wantsKeys, Map.of()));
    }

    void ready(Context ctx) {
        try (CatalogueView view = catalogue.view()) {
            Map<String, Long> records = new LinkedHashMap<>();
            boolean people = Door.may(ctx, Scope.RECRUIT) || Door.may(ctx, Scope.ADMIN);
            for (Kind<?> kind : Kind.ALL) {
                if (kind != Kind.CANDIDATES || people) records.put(kind.plural(), view.count(kind, Filter.NONE));
            }
            Generation now = view.generation();
            Reply.json(
                    ctx, new Health("ready", Optional.of(now.token()), Optional.of(now.model()), wantsKeys, records));
        } catch (UncheckedIOException e) {
            LOG.error("The catalogue cannot be read", e);
            throw new Refusal(Sort.OVERLOADED, "The catalogue cannot be read.");
        }
    }
}
