package dev.rung.formats;

import dev.rung.behaviour.Events;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes everything that a catalogue and its events hold as text, from which another version or another engine can be filled.
 *
 * <pre>{@code
 * new WholeExport(view, events).with("decisions", decisions::each).to(Path.of("everything.zip"));   // {candidates=12, …}
 * }</pre>
 *
 * <p>The records are those of the view, whatever is written meanwhile. Not safe for use by several threads.
 */
public final class WholeExport {
    private final CatalogueView view;
    private final Map<String, Consumer<Consumer<Object>>> more = new LinkedHashMap<>();

    public WholeExport(CatalogueView view, Events events) {
        this.view = view;
        more.put(Whole.EVENTS, consumer -> events.each(consumer::accept));
    }

    /** And this as well.
     *
     * @param name of the file, without ending
     * @param each hands every document to a consumer, in an order that depends on nothing else
     */
    public <T> WholeExport with(String name, Consumer<Consumer<T>> each) {
        more.put(name, consumer -> each.accept(consumer::accept));
        return this;
    }

    /**
     * Writes it.
     *
     * @param place a ZIP file if it ends with {@code .zip}, else a folder; neither must be there yet, but for an empty folder
     * @return how many lines each file has
     * @throws IOException if it is there already, or cannot be written
     */
    public SortedMap<String, Long> to(Path place, Progress progress) throws IOException {
        SortedMap<String, Long> lines = new TreeMap<>();
        long total = 0;
        for (Kind<?> kind : Kind.ALL) total += view.count(kind, Filter.NONE);
        Counter counter = new Counter(progress, total);
        try (Whole.Target target = Whole.Target.at(place)) {
            for (Kind<?> kind : Kind.ALL) {
                lines.put(
                        Whole.file(kind),
                        write(target, Whole.file(kind), out -> view.each(kind, out::accept), counter));
            }
            for (var each : more.entrySet())
                lines.put(each.getKey(), write(target, each.getKey(), each.getValue(), counter));
            target.finish(lines);
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
        return lines;
    }

    private static long write(Whole.Target target, String name, Consumer<Consumer<Object>> all, Counter counter)
            throws IOException {
        long[] written = {0};
        try (OutputStream out = new BufferedOutputStream(target.lines(name), 1 << 16)) {
            all.accept(document -> {
                try {
                    out.write(Json.write(document));
                    out.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                written[0]++;
                counter.next();
            });
        }
        return written[0];
    }

    /** Counts documents for the progress bar. */
    private static final class Counter {
        private final Progress progress;
        private final long total;
        private long done;

        Counter(Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        void next() {
            if (++done % Batches.SIZE == 0) progress.at(done, Math.max(done, total), done);
        }
    }
}
