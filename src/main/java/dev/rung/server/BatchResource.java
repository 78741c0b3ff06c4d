package dev.rung.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Recommendations;
import dev.rung.match.Recommender;
import dev.rung.server.Problem.Sort;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Many questions at once, answered in order. One that cannot be answered spoils itself alone. */
final class BatchResource {
    private final Recommender recommender;
    private final int most;

    BatchResource(Recommender recommender, int most) {
        this.recommender = recommender;
        this.most = most;
    }

    /** What is recommended. */
    enum About {
        CREDENTIALS,
        ROLES,
        JOBS
    }

    /** @param items the questions */
    record Batch(List<JsonNode> items) {
        Batch {
            items = Check.list("items", items);
            if (items.isEmpty()) throw new InvalidField("items", "must have at least one entry");
        }
    }

    /**
     * One question.
     *
     * @param about credentials, roles or jobs
     * @param request as it would be sent alone
     */
    record Item(About about, JsonNode request) {
        Item {
            Check.present("about", about);
            Check.present("request", request);
        }
    }

    /** @param items one answer a question, in the same order */
    record Answers(@JsonInclude(JsonInclude.Include.ALWAYS) List<Outcome> items) {}

    /**
     * What came of one question: an answer or a problem.
     *
     * @param status as it would have been alone
     */
    record Outcome(int status, Optional<Recommendations<?>> answer, Optional<Problem> problem) {
        static Outcome answer(Recommendations<?> answer) {
            return new Outcome(200, Optional.of(answer), Optional.empty());
        }

        static Outcome problem(Problem problem) {
            return new Outcome(problem.status(), Optional.empty(), Optional.of(problem));
        }
    }

    void ask(Context ctx) {
        Query.of(ctx, List.of());
        Batch batch = Body.of(ctx, Batch.class);
        if (batch.items().size() > most) {
            throw Refusal.at(
                    Sort.TOO_LARGE,
                    "/items",
                    "must not have more than " + most + " entries, has "
                            + batch.items().size());
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < batch.items().size(); i++) {
            outcomes.add(outcome(batch.items().get(i), "/items/" + i));
        }
        Reply.json(ctx, new Answers(outcomes));
    }

    private Outcome outcome(JsonNode node, String at) {
        String where = at;
        try {
            Item item = Json.read(node, Item.class);
            where = at + "/request";
            RecommendationRequest request = Json.read(item.request(), RecommendationRequest.class);
            return Outcome.answer(
                    switch (item.about()) {
                        case CREDENTIALS -> recommender.credentials(request);
                        case ROLES -> recommender.roles(request);
                        case JOBS -> recommender.jobs(request);
                    });
        } catch (InvalidJson e) {
            return Outcome.problem(Refusal.at(Sort.INVALID_VALUE, where + e.pointer(), e.problem())
                    .problem());
        } catch (InvalidField e) {
            return Outcome.problem(Refusal.at(Sort.INVALID_VALUE, where + "/" + e.field(), e.problem())
                    .problem());
        }
    }
}
