package dev.rung.server;

import dev.rung.formats.ImportReport;
import dev.rung.json.InvalidJson;
import dev.rung.server.Problem.Fault;
import dev.rung.server.Problem.Sort;
import dev.rung.skill.InvalidField;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Ends a request with a {@link Problem}. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private Refusal(Problem problem, Map<String, String> headers) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = headers;
    }

    Refusal(Sort sort, String detail) {
        this(Problem.of(sort, detail, List.of()), Map.of());
    }

    /** A body that cannot be read: 400 if it is not JSON at all, 422 if it is but says the wrong things. */
    static Refusal of(InvalidJson e) {
        Sort sort = e.isIllFormed() ? Sort.ILL_FORMED : Sort.INVALID_VALUE;
        return at(sort, e.pointer(), e.problem());
    }

    /** A value in the body that a record refused. */
    static Refusal of(InvalidField e) {
        return at(Sort.INVALID_VALUE, "/" + e.field(), e.problem());
    }

    /** A record that could not be taken in, for these reasons. */
    static Refusal of(List<dev.rung.formats.Problem> errors) {
        List<Fault> faults =
                errors.stream().map(e -> Fault.at(e.field(), e.message())).toList();
        Fault first = faults.getFirst();
        String where = first.pointer()
                .filter(p -> !p.isEmpty())
                .map(p -> "The field " + p)
                .orElse("The body");
        return new Refusal(Problem.of(Sort.INVALID_VALUE, where + " " + first.message() + ".", faults), Map.of());
    }

    static Refusal at(Sort sort, String pointer, String message) {
        String where = pointer.isEmpty() ? "The body" : "The field " + pointer;
        return new Refusal(
                Problem.of(sort, where + " " + message + ".", List.of(Fault.at(pointer, message))), Map.of());
    }

    static Refusal inQuery(String parameter, String message) {
        return new Refusal(
                Problem.of(
                        Sort.INVALID_VALUE,
                        "The query parameter " + parameter + " " + message + ".",
                        List.of(Fault.in(parameter, message))),
                Map.of());
    }

    static Refusal later(Sort sort, String detail, Duration wait) {
        long seconds = Math.max(1, (wait.toMillis() + 999) / 1_000);
        return new Refusal(Problem.of(sort, detail, List.of()), Map.of("Retry-After", Long.toString(seconds)));
    }

    Refusal with(String header, String value) {
        return new Refusal(problem, Map.of(header, value));
    }

    Refusal after(ImportReport done) {
        return new Refusal(problem.after(done), headers);
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
