package dev.rung.benchmarks.load;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What came of so many seconds at one rate. Times are from the moment at which a request was due, so that a server that keeps the sender waiting does not
 * look fast. Thread-safe.
 */
final class Step {
    static final String HEADER =
            """
            | asked /s | answered /s | p50 ms | p99 ms | p99.9 ms | max ms | sent away | failed | empty |
            |---|---|---|---|---|---|---|---|---|""";

    private static final long LONGEST_MICROS = 120_000_000;

    private final double rate;
    private final double seconds;
    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final LongAdder sent = new LongAdder();
    private final LongAdder shed = new LongAdder();
    private final LongAdder empty = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> sheds = new ConcurrentHashMap<>();

    Step(double rate, double seconds) {
        this.rate = rate;
        this.seconds = seconds;
    }

    void sent() {
        sent.increment();
    }

    void answered(long nanos, boolean isEmpty) {
        micros.recordValue(Math.clamp(nanos / 1_000, 1, LONGEST_MICROS));
        if (isEmpty) empty.increment();
    }

    /** Sent away with 429 or 503, as is right under too much load. */
    void shed(int status, boolean saysWhen) {
        shed.increment();
        sheds.computeIfAbsent(status + (saysWhen ? "" : " without Retry-After"), k -> new LongAdder())
                .increment();
    }

    void failed(String how) {
        failures.computeIfAbsent(how, k -> new LongAdder()).increment();
    }

    long answered() {
        return micros.getTotalCount();
    }

    long shed() {
        return shed.sum();
    }

    long failed() {
        return failures.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long empty() {
        return empty.sum();
    }

    double answeredPerSecond() {
        return answered() / seconds;
    }

    /** In milliseconds. */
    double at(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    /** Adds what came of another one. */
    void add(Step other) {
        micros.add(other.micros);
        sent.add(other.sent.sum());
        shed.add(other.shed.sum());
        empty.add(other.empty.sum());
        other.failures.forEach((how, n) ->
                failures.computeIfAbsent(how, k -> new LongAdder()).add(n.sum()));
        other.sheds.forEach((how, n) ->
                sheds.computeIfAbsent(how, k -> new LongAdder()).add(n.sum()));
    }

    /** Whether the server kept up: everything answered, and 99 of 100 within half a second. */
    boolean isSustained() {
        return failed() == 0 && shed() == 0 && at(99) <= 500;
    }

    /** A row of the table under {@link #HEADER}. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %.0f | %.1f | %.1f | %.1f | %.1f | %.1f | %s | %s | %d |",
                rate,
                answeredPerSecond(),
                at(50),
                at(99),
                at(99.9),
                micros.getMaxValue() / 1e3,
                counts(sheds),
                counts(failures),
                empty());
    }

    private static String counts(Map<String, LongAdder> counts) {
        if (counts.isEmpty()) return "0";
        StringBuilder text = new StringBuilder();
        new TreeMap<>(counts).forEach((how, n) -> text.append(text.isEmpty() ? "" : ", ").append(n).append(" × ").append(how));
        return text.toString();
    }
}
