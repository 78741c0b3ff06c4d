package dev.rung.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.formats.ImportReport;
import dev.rung.skill.Check;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is said when a request is refused: the body of an {@code application/problem+json} answer (RFC 9457).
 *
 * @param type names the sort of problem, as a link to its description
 * @param title the sort of problem in a few words
 * @param status of HTTP
 * @param detail what was wrong with this request and what to do
 * @param instance the path that was asked for
 * @param errors every place at fault, if it is about places
 * @param report what was done before the refusal, if something was
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        Optional<String> instance,
        List<Fault> errors,
        Optional<ImportReport> report) {
    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One place at fault: a pointer into the body, or a parameter of the query.
     *
     * @param pointer JSON Pointer into the body; empty text: the whole of it
     * @param parameter of the query
     * @param message what is wrong there
     */
    record Fault(
            // An empty pointer says something: the whole body.
            @JsonInclude(value = JsonInclude.Include.NON_ABSENT, content = JsonInclude.Include.ALWAYS)
            Optional<String> pointer,

            Optional<String> parameter,
            String message) {
        Fault {
            Check.present("message", message);
        }

        static Fault at(String pointer, String message) {
            return new Fault(Optional.of(pointer), Optional.empty(), message);
        }

        static Fault in(String parameter, String message) {
            return new Fault(Optional.empty(), Optional.of(parameter), message);
        }
    }

    /** The sorts of problem. */
    enum Sort {
        ILL_FORMED(400, "The request is not well-formed"),
        KEY_REQUIRED(401, "A key is required"),
        NOT_ALLOWED(403, "The key does not allow this"),
        NOT_FOUND(404, "There is no such thing"),
        METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
        TOO_SLOW(408, "The request took too long to arrive"),
        CONFLICT(409, "The request conflicts with what is stored"),
        CURSOR_EXPIRED(410, "The cursor has expired"),
        TOO_LARGE(413, "The request is too large"),
        URI_TOO_LONG(414, "The address is too long"),
        MEDIA_TYPE_NOT_SUPPORTED(415, "The media type is not supported"),
        WRONG_HOST(421, "The request is for another host"),
        INVALID_VALUE(422, "A value is not valid"),
        TOO_MANY_REQUESTS(429, "Too many requests"),
        HEADERS_TOO_LARGE(431, "The header fields are too large"),
        UNEXPECTED(500, "Something went wrong here"),
        NOT_IMPLEMENTED(501, "The method is not known"),
        OVERLOADED(503, "The server is too busy or stopping"),
        HTTP_VERSION(505, "The version of HTTP is not supported"),
        NO_ROOM(507, "There is no room left to store this");

        final int status;
        final String title;

        Sort(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** Its name in addresses: {@code invalid-value}. */
        String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Sort of(int status) {
            return Arrays.stream(values())
                    .filter(s -> s.status == status)
                    .findFirst()
                    .orElse(status < 500 ? ILL_FORMED : UNEXPECTED);
        }
    }

    static Problem of(Sort sort, String detail, List<Fault> errors) {
        return new Problem(
                "/docs#" + sort.slug(), sort.title, sort.status, detail, Optional.empty(), errors, Optional.empty());
    }

    Problem at(String path) {
        return new Problem(type, title, status, detail, Optional.of(path), errors, report);
    }

    Problem after(ImportReport done) {
        return new Problem(type, title, status, detail, instance, errors, Optional.of(done));
    }
}
