package dev.rung.catalogue.opensearch;

import dev.rung.catalogue.Facts;
import dev.rung.catalogue.Generation;
import dev.rung.catalogue.Kind;
import dev.rung.skill.Check;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What all processes beside a cluster agree on: which generation is live and how often it was written to, who writes at the moment, and whether a
 * new generation is being built. One small document, replaced as a whole and only by who saw its newest state ({@link HeadStore}).
 *
 * @param generation of the live index
 * @param sequence counts the durable writes
 * @param model name of the encoder that made the live index's vectors
 * @param facts by which version of {@link Facts} the live index's records were indexed
 * @param versions sequence of the last write that touched each kind, by plural name
 * @param writer who writes at the moment; while somebody does, the live index may show half a write
 * @param next the generation that is being built
 * @param retired generations that were live before and may still be looked at
 */
record Head(
        String generation,
        long sequence,
        String model,
        int facts,
        Map<String, Long> versions,
        Optional<Lease> writer,
        Optional<Next> next,
        List<Retired> retired) {
    Head {
        versions = versions == null ? Map.of() : Map.copyOf(versions);
        writer = Check.optional(writer);
        next = Check.optional(next);
        retired = Check.list("retired", retired);
    }

    /**
     * A right that ends by itself, so that a process that dies does not keep it.
     *
     * @param by whose; a random name
     * @param until milliseconds since 1970
     */
    record Lease(String by, long until) {
        boolean isOver(long now) {
            return until < now;
        }
    }

    /** A generation being built, by whom, and with which model. */
    record Next(String generation, String model, Lease lease) {}

    /** A generation that was live until then, in milliseconds since 1970. */
    record Retired(String generation, long since) {}

    static Head first(String generation, String model) {
        return new Head(generation, 0, model, Facts.VERSION, Map.of(), Optional.empty(), Optional.empty(), List.of());
    }

    Generation shown() {
        return new Generation(generation, sequence, model);
    }

    long version(Kind<?> kind) {
        return versions.getOrDefault(kind.plural(), 0L);
    }

    boolean isBeingWritten(long now) {
        return writer.filter(w -> !w.isOver(now)).isPresent();
    }

    Head writtenBy(Lease lease) {
        return new Head(generation, sequence, model, facts, versions, Optional.of(lease), next, retired);
    }

    /** Nobody writes any more, and nothing was written. */
    Head released() {
        return new Head(generation, sequence, model, facts, versions, Optional.empty(), next, retired);
    }

    /** After one more write that touched these kinds; nobody writes any more. */
    Head written(Set<Kind<?>> touched) {
        Map<String, Long> then = new TreeMap<>(versions);
        touched.forEach(kind -> then.put(kind.plural(), sequence + 1));
        return new Head(generation, sequence + 1, model, facts, then, Optional.empty(), next, retired);
    }

    Head building(Optional<Next> other) {
        return new Head(generation, sequence, model, facts, versions, writer, other, retired);
    }

    /** After the generation that was built has become the live one. */
    Head swapped(Next built, List<Retired> old) {
        Map<String, Long> then = new TreeMap<>();
        Kind.ALL.forEach(kind -> then.put(kind.plural(), sequence + 1));
        return new Head(
                built.generation(),
                sequence + 1,
                built.model(),
                Facts.VERSION,
                then,
                Optional.empty(),
                Optional.empty(),
                old);
    }

    Head without(Set<String> generations) {
        List<Retired> left = retired.stream()
                .filter(r -> !generations.contains(r.generation()))
                .toList();
        return new Head(generation, sequence, model, facts, versions, writer, next, left);
    }
}
