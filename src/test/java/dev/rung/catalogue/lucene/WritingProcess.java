package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Samples;
import dev.rung.encoder.LexicalEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes jobs into a catalogue until it is killed, from several threads, and reindexes now and then. Prints {@code thread number} for each
 * write that was acknowledged.
 */
final class WritingProcess {
    static final int THREADS = 3;
    static final int NEW_EACH_TIME = 20;

    private WritingProcess() {}

    /** The id of a job that is written once, by this write. */
    static String id(int thread, int number, int job) {
        return "t" + thread + "-n" + number + "-j" + job;
    }

    /** The id of the job that a thread replaces with each write; its title is the write's number. */
    static String counter(int thread) {
        return "t" + thread + "-counter";
    }

    public static void main(String[] arguments) {
        LuceneCatalogue catalogue = LuceneCatalogue.open(Path.of(arguments[0]), new LexicalEncoder(), Samples.READER);
        int first = Integer.parseInt(arguments[1]);
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            Thread.ofPlatform().start(() -> {
                for (int number = first; ; number++) {
                    write(catalogue, thread, number);
                    if (thread == 0 && number % 7 == 6) catalogue.reindex();
                }
            });
        }
    }

    private static void write(LuceneCatalogue catalogue, int thread, int number) {
        List<Change> changes = new ArrayList<>();
        for (int j = 0; j < NEW_EACH_TIME; j++) {
            changes.add(Change.put(
                    Kind.JOBS, Samples.job(id(thread, number, j), "baker wanted", Samples.essential("bake"))));
        }
        changes.add(Change.put(Kind.JOBS, Samples.job(counter(thread), Integer.toString(number))));
        catalogue.write(changes);
        synchronized (System.out) {
            System.out.println(thread + " " + number);
            System.out.flush();
        }
    }
}
