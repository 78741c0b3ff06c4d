package dev.rung.server;

import dev.rung.catalogue.CursorExpired;
import dev.rung.json.Json;
import dev.rung.server.Problem.Sort;
import dev.rung.skill.InvalidField;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever ended a request into a {@link Problem}: refusals, what records and the catalogue throw, and what Jetty refuses before any route
 * is looked for. Something unforeseen is logged with its trace, and the caller learns only that it happened.
 */
final class ProblemHandler extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    void register(RoutesConfig routes) {
        routes.exception(Refusal.class, this::refused);
        routes.exception(InvalidField.class, (e, ctx) -> refused(Refusal.of(e), ctx));
        routes.exception(
                CursorExpired.class,
                (e, ctx) -> refused(
                        new Refusal(Sort.CURSOR_EXPIRED, "The cursor is unknown or too old; start again without it."),
                        ctx));
        routes.exception(HttpResponseException.class, (e, ctx) -> refused(ofStatus(e.getStatus()), ctx));
        routes.exception(IOException.class, this::broken);
        routes.exception(Exception.class, this::unforeseen);
    }

    private void refused(Refusal refusal, Context ctx) {
        refusal.headers().forEach(ctx::header);
        Body.drain(ctx);
        Reply.problem(ctx, refusal.problem().at(ctx.path()));
    }

    /** The body could not be read to its end. */
    private void broken(IOException e, Context ctx) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                refused(ofStatus(http.getCode()), ctx);
                return;
            }
        }
        boolean isEnd = e instanceof EOFException;
        refused(new Refusal(Sort.ILL_FORMED, isEnd ? "The body ended too early." : "The body could not be read."), ctx);
    }

    private void unforeseen(Exception e, Context ctx) {
        if (e instanceof UncheckedIOException failure && FullDisk.isReasonOf(failure)) {
            LOG.error("The disk is full: {}", failure.getMessage());
            refused(FullDisk.refusal(), ctx);
            return;
        }
        LOG.error("Could not answer {}", ctx.endpoint().path, e);
        String detail = e instanceof UncheckedIOException
                ? "The catalogue could not be read or written; what was not acknowledged may not be stored."
                : "This should not have happened. It is in the server's log.";
        refused(new Refusal(Sort.UNEXPECTED, detail), ctx);
    }

    private static Refusal ofStatus(int status) {
        return new Refusal(Sort.of(status), detail(Sort.of(status)));
    }

    private static String detail(Sort sort) {
        return switch (sort) {
            case NOT_FOUND -> "There is nothing at this address; /docs lists all there is.";
            case TOO_SLOW -> "The request took too long to arrive.";
            case OVERLOADED -> "The server is stopping or too busy; try again soon.";
            case URI_TOO_LONG -> "The address is too long; what is long belongs into a body.";
            case HEADERS_TOO_LARGE -> "The header fields are too large.";
            case UNEXPECTED -> "This should not have happened. It is in the server's log.";
            default -> "This is not a well-formed request of HTTP.";
        };
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    /** What Jetty refuses by itself: requests that it cannot parse, ill-formed addresses, a server that is stopping. */
    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        Sort sort = Sort.of(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        Reply.CAREFUL.forEach(response.getHeaders()::put);
        if (sort == Sort.OVERLOADED) response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        response.write(true, ByteBuffer.wrap(bytes(sort)), callback);
    }

    private static byte[] bytes(Sort sort) {
        return Json.write(Problem.of(sort, detail(sort), List.of()));
    }
}
