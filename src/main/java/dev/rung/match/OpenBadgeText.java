package dev.rung.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of an Open Badge 3.0 that say what was achieved: name, description, criteria and alignments of
 * {@code credentialSubject.achievement}. Nothing here is believed because it is written there; checking is the business of {@code trust}.
 */
final class OpenBadgeText {
    private OpenBadgeText() {}

    /** The achievement's name. */
    static Optional<String> title(Map<String, Object> badge) {
        return achievement(badge).flatMap(a -> text(a.get("name"))).or(() -> text(badge.get("name")));
    }

    /** Name, description, criteria and alignment names, a line each; empty if there are none. */
    static String everything(Map<String, Object> badge) {
        List<String> lines = new ArrayList<>();
        title(badge).ifPresent(lines::add);
        achievement(badge).ifPresent(achievement -> {
            text(achievement.get("description")).ifPresent(lines::add);
            object(achievement.get("criteria"))
                    .flatMap(c -> text(c.get("narrative")))
                    .ifPresent(lines::add);
            Object alignments = achievement.get("alignment");
            List<?> each = alignments instanceof Collection<?> many
                    ? List.copyOf(many)
                    : Optional.ofNullable(alignments).map(List::of).orElse(List.of());
            each.forEach(a -> object(a).flatMap(o -> text(o.get("targetName"))).ifPresent(lines::add));
        });
        return String.join("\n", lines);
    }

    private static Optional<Map<?, ?>> achievement(Map<String, Object> badge) {
        return object(badge.get("credentialSubject")).flatMap(s -> object(s.get("achievement")));
    }

    private static Optional<Map<?, ?>> object(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }

    private static Optional<String> text(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof String s && !s.isBlank() ? Optional.of(s.strip()) : Optional.empty();
    }
}
