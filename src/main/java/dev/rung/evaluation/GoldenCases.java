package dev.rung.evaluation;

import dev.rung.evaluation.GoldenCase.Expectation;
import dev.rung.evaluation.GoldenCase.Request;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.match.Reason;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Recommender;
import dev.rung.pathway.Pathfinder;
import dev.rung.pathway.PathwayRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The golden cases of the starter catalogue, and whether a recommender passes them.
 *
 * <pre>{@code
 * GoldenCases.ofStarter().run(recommender);   // passed=12, total=12, …
 * }</pre>
 */
public final class GoldenCases {
    private final List<GoldenCase> cases;

    public GoldenCases(List<GoldenCase> cases) {
        this.cases = List.copyOf(cases);
    }

    /** Those that come with the starter catalogue: {@code G1}, {@code G2}, … as far as they go. */
    public static GoldenCases ofStarter() {
        List<GoldenCase> cases = new ArrayList<>();
        for (int n = 1; ; n++) {
            Optional<byte[]> file = resource("/taxonomy/golden/G" + n + ".json");
            if (file.isEmpty()) return new GoldenCases(cases);
            try {
                cases.add(Json.read(file.get(), GoldenCase.class));
            } catch (InvalidJson e) {
                throw new IllegalStateException("golden case G" + n + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    public List<GoldenCase> cases() {
        return cases;
    }

    /**
     * How a run went.
     *
     * @param passed how many cases
     * @param total of how many
     * @param cases each case
     */
    public record Report(int passed, int total, List<Result> cases) {
        public Report {
            cases = List.copyOf(cases);
        }
    }

    /**
     * How one case went.
     *
     * @param id of the case
     * @param story who asks what, in a sentence
     * @param passed whether every expectation was met
     * @param why what was found, or what was missing
     */
    public record Result(String id, String story, boolean passed, String why) {}

    public Report run(Recommender recommender) {
        List<Result> results = cases.stream().map(c -> run(c, recommender)).toList();
        return new Report((int) results.stream().filter(Result::passed).count(), results.size(), results);
    }

    private static Result run(GoldenCase golden, Recommender recommender) {
        List<String> found = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Request request : golden.requests()) {
            if (request.ask() == GoldenCase.Ask.PATHWAYS) {
                runWays(request, recommender, found, failures);
                continue;
            }
            List<Answer> answers = ask(request, recommender);
            for (Expectation expectation : request.expect()) {
                String what = request.ask().name().toLowerCase(java.util.Locale.ROOT);
                Optional<String> failure = failure(expectation, answers);
                if (failure.isPresent()) {
                    failures.add(what + ": " + failure.get());
                } else {
                    found.add(what + ": " + first(expectation, answers));
                }
            }
        }
        return new Result(
                golden.id(),
                golden.story(),
                failures.isEmpty(),
                String.join("; ", failures.isEmpty() ? found : failures));
    }

    private static void runWays(Request request, Recommender recommender, List<String> found, List<String> failures) {
        GoldenWays ways = new GoldenWays(
                request.profile().constraints(),
                new Pathfinder(recommender).find(PathwayRequest.about(request.profile())));
        ways.broken().forEach(b -> failures.add("pathways: " + b));
        for (GoldenCase.Way expected : request.ways()) {
            Optional<String> failure = ways.failure(expected);
            if (failure.isPresent()) failures.add("pathways: " + failure.get());
            else found.add("pathways: " + ways.found(expected));
        }
    }

    /** What every kind of result has: an id and reasons. */
    private record Answer(String id, List<Reason> reasons) {
        boolean hasReason(String skill) {
            return reasons.stream()
                    .anyMatch(r -> r.skill().filter(skill::equals).isPresent());
        }
    }

    private static List<Answer> ask(Request request, Recommender recommender) {
        int limit =
                request.expect().stream().mapToInt(Expectation::within).max().orElseThrow();
        RecommendationRequest question =
                RecommendationRequest.about(request.profile()).limit(limit);
        return switch (request.ask()) {
            case CREDENTIALS ->
                recommender.credentials(question).results().stream()
                        .map(r -> new Answer(r.id(), r.reasons()))
                        .toList();
            case ROLES ->
                recommender.roles(question).results().stream()
                        .map(r -> new Answer(r.id(), r.reasons()))
                        .toList();
            case JOBS ->
                recommender.jobs(question).results().stream()
                        .map(r -> new Answer(r.id(), r.reasons()))
                        .toList();
            case PATHWAYS -> throw new IllegalArgumentException("ways have no reasons; they are looked at otherwise");
        };
    }

    private static Optional<String> failure(Expectation expectation, List<Answer> answers) {
        List<Answer> top = answers.stream().limit(expectation.within()).toList();
        List<Answer> hits =
                top.stream().filter(a -> expectation.anyOf().contains(a.id())).toList();
        if (hits.isEmpty()) {
            return Optional.of("none of " + expectation.anyOf() + " among the first " + expectation.within()
                    + ", which are " + top.stream().map(Answer::id).collect(Collectors.joining(", ")));
        }
        if (hits.stream().anyMatch(h -> expectation.reasonSkills().stream().allMatch(h::hasReason))) {
            return Optional.empty();
        }
        return Optional.of(hits.getFirst().id() + " is there, but not because of " + expectation.reasonSkills());
    }

    private static String first(Expectation expectation, List<Answer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            if (expectation.anyOf().contains(answers.get(i).id()))
                return answers.get(i).id() + " is no. " + (i + 1);
        }
        throw new IllegalStateException("called only after the expectation was met");
    }

    private static Optional<byte[]> resource(String name) {
        try (InputStream in = GoldenCases.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
