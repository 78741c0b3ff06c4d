package dev.rung.benchmarks.load;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests at a fixed rate, by the clock: the next one goes out when it is due, whether the last one was answered or not, and its time counts from when it
 * was due. A sender that waits for answers slows down with the server and leaves out just those requests that would have waited longest.
 */
final class OpenLoop {
    private final HttpClient client;
    private final Traffic traffic;

    OpenLoop(HttpClient client, Traffic traffic) {
        this.client = client;
        this.traffic = traffic;
    }

    /** Sends for so many seconds, and waits for the last answer. */
    Step run(double rate, double seconds) {
        Step step = new Step(rate, seconds);
        Phaser open = new Phaser(1);
        long start = System.nanoTime();
        long all = Math.round(rate * seconds);
        for (long i = 0; i < all; i++) {
            long due = start + (long) (i / rate * 1e9);
            Traffic.Question question = traffic.next();
            for (long now = System.nanoTime(); now < due; now = System.nanoTime()) LockSupport.parkNanos(due - now);
            open.register();
            step.sent();
            client.sendAsync(question.request(), BodyHandlers.ofByteArray()).whenComplete((answer, e) -> {
                note(step, question, due, answer, e);
                open.arriveAndDeregister();
            });
        }
        open.arriveAndAwaitAdvance();
        return step;
    }

    private static void note(
            Step step,
            Traffic.Question question,
            long due,
            @Nullable HttpResponse<byte[]> answer,
            @Nullable Throwable thrown) {
        if (answer == null) {
            Throwable cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
            step.failed(cause instanceof HttpTimeoutException ? "no answer" : String.valueOf(cause));
            return;
        }
        int status = answer.statusCode();
        if (status == 429 || status == 503) {
            step.shed(status, answer.headers().firstValue("Retry-After").isPresent());
        } else if (status >= 200 && status < 300) {
            step.answered(System.nanoTime() - due, question.isEmpty(answer.body()));
        } else {
            step.failed(status + " " + question.sort());
        }
    }
}
