package dev.rung.formats;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.formats.Draft.Remark;
import dev.rung.skill.SkillId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Refuses records that would make something lie above itself: a skill broader than itself, a credential that counts towards itself or must be
 * held before itself, over any number of steps.
 *
 * <p>Only records with such links are followed, upwards, through what came in earlier in this import and else through the catalogue as it
 * was before; so the cost is a few look-ups for a few records, and none for jobs, roles and candidates. Remembers the links of the skills and
 * credentials of this import. Not safe for use by several threads.
 */
final class Cycles {
    private static final List<Links<?>> ALL = List.of(
            new Links<>(Kind.SKILLS, "/broader/%d", s -> s.broader().stream()
                    .map(SkillId::value)
                    .toList()),
            new Links<>(Kind.CREDENTIALS, "/stacksInto/%d/award", c -> c.stacksInto().stream()
                    .map(dev.rung.credential.StackRule::award)
                    .toList()),
            new Links<>(
                    Kind.CREDENTIALS, "/entry/credentials/%d", c -> c.entry().credentials()));

    private final CatalogueView before;
    private final Map<Links<?>, Map<String, List<String>>> incoming = new HashMap<>();

    /** Links upwards of one sort.
     *
     * @param field JSON Pointer to the link of a number
     */
    private record Links<T>(Kind<T> kind, String field, Function<T, List<String>> from) {
        List<String> of(Object record) {
            return from.apply(kind.type().cast(record));
        }
    }

    Cycles(CatalogueView before) {
        this.before = before;
    }

    /** What is wrong with a record's links; if nothing is, the record counts as being there from now on. */
    <T> Optional<Remark> admit(Kind<T> kind, T record) {
        String id = kind.idOf(record);
        for (Links<?> links : ALL) {
            if (links.kind() != kind) continue;
            List<String> above = links.of(record);
            for (int i = 0; i < above.size(); i++) {
                if (leads(links, above.get(i), id)) {
                    String message = "closes a cycle: %s leads back to %s".formatted(above.get(i), id);
                    return Optional.of(new Remark(links.field().formatted(i), message));
                }
            }
        }
        for (Links<?> links : ALL) {
            if (links.kind() == kind) {
                incoming.computeIfAbsent(links, l -> new HashMap<>()).put(id, links.of(record));
            }
        }
        return Optional.empty();
    }

    private boolean leads(Links<?> links, String from, String to) {
        Deque<String> open = new ArrayDeque<>(List.of(from));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (next.equals(to)) return true;
            for (String above : above(links, next)) {
                if (seen.add(above)) open.add(above);
            }
        }
        return false;
    }

    private List<String> above(Links<?> links, String id) {
        List<String> known = incoming.getOrDefault(links, Map.of()).get(id);
        if (known != null) return known;
        return before.find(links.kind(), id).map(links::of).orElse(List.of());
    }
}
