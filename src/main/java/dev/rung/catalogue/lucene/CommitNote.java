package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Facts;
import dev.rung.catalogue.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a commit says about itself, kept in Lucene's commit data.
 *
 * @param model name of the encoder that made the vectors
 * @param sequence how many durable writes there were
 * @param facts which {@link Facts} its first records were indexed with; the newest are {@link Facts#VERSION}
 * @param versions sequence of the last write that touched each kind; kinds never touched are left out
 */
record CommitNote(String model, long sequence, int facts, Map<Kind<?>, Long> versions) {
    /** Changes with the fields and their meaning: an index of another format cannot be read. */
    private static final String FORMAT = "1";

    CommitNote {
        versions = Map.copyOf(versions);
    }

    static CommitNote start(String model) {
        return new CommitNote(model, 0, Facts.VERSION, Map.of());
    }

    /** After one more write that touched these kinds. */
    CommitNote next(Set<Kind<?>> touched) {
        Map<Kind<?>, Long> next = new HashMap<>(versions);
        touched.forEach(kind -> next.put(kind, sequence + 1));
        return new CommitNote(model, sequence + 1, facts, next);
    }

    long version(Kind<?> kind) {
        return versions.getOrDefault(kind, 0L);
    }

    Map<String, String> written() {
        Map<String, String> data = new HashMap<>();
        data.put("format", FORMAT);
        data.put("model", model);
        data.put("sequence", Long.toString(sequence));
        data.put("facts", Integer.toString(facts));
        versions.forEach((kind, version) -> data.put(kind.plural(), Long.toString(version)));
        return data;
    }

    /** Reads what {@link #written} wrote. */
    static CommitNote read(Map<String, String> data) throws IOException {
        String format = data.get("format");
        String model = data.get("model");
        String sequence = data.get("sequence");
        if (!FORMAT.equals(format) || model == null || sequence == null) {
            throw new IOException(
                    "its index has format " + format + ", and this version of Rung reads format " + FORMAT
                            + "; with the version that wrote it, rung export --all --out everything.zip, and here, into an empty folder, rung import all everything.zip");
        }
        Map<Kind<?>, Long> versions = new HashMap<>();
        for (Kind<?> kind : Kind.ALL) {
            String version = data.get(kind.plural());
            if (version != null) versions.put(kind, Long.valueOf(version));
        }
        int facts = Integer.parseInt(data.getOrDefault("facts", "1"));
        return new CommitNote(model, Long.parseLong(sequence), facts, versions);
    }
}
