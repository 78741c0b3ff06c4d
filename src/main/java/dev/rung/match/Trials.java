package dev.rung.match;

import dev.rung.match.Change.Standing;
import dev.rung.person.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tries changes out: makes each to the profile, asks the whole question again, and tells what came of it. An answer to one changed profile serves all results
 * that might be moved by it, so the number of questions does not grow with the number of results; it is limited to {@value #MOST_ASKED}.
 */
final class Trials {
    private static final int MOST_ASKED = 60;
    private static final int TRIED_A_RESULT = 7;

    private final Profile profile;
    private final Function<Profile, Standings> question;
    private final int most;
    private final Standings before;
    private final Map<Profile, Standings> asked = new HashMap<>();

    /**
     * @param question asks about a profile
     * @param most how many changes are wanted for each result, and for the answer
     */
    Trials(Profile profile, Function<Profile, Standings> question, int most) {
        this.profile = profile;
        this.question = question;
        this.most = most;
        this.before = question.apply(profile);
    }

    /** An edit with what came of it. */
    private record Outcome(Edit edit, Standing before, Standing after, Standings all) {}

    Standings before() {
        return before;
    }

    /** The answer with an edit; none once too much was asked. */
    Optional<Standings> with(Edit edit) {
        if (!edit.fits(profile)) return Optional.empty();
        Profile edited = edit.applied(profile);
        if (!asked.containsKey(edited) && asked.size() >= MOST_ASKED) return Optional.empty();
        return Optional.of(asked.computeIfAbsent(edited, question));
    }

    /** The smallest of these edits that better a result. */
    List<Change> of(String id, List<Edit> edits) {
        Optional<Standing> now = before.of(id);
        if (now.isEmpty()) return List.of();
        List<Outcome> better = new ArrayList<>();
        edits.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Edit::size))
                .limit(TRIED_A_RESULT)
                .forEach(edit -> with(edit).ifPresent(all -> all.of(id)
                        .filter(then -> isBetter(now.get(), then))
                        .ifPresent(then -> better.add(new Outcome(edit, now.get(), then, all)))));
        return told(better, Comparator.comparingDouble(o -> -o.after.score().orElse(0.0)), Optional.empty());
    }

    /** The smallest of these edits that let more into the answer. */
    List<Change> ofAnswer(List<Edit> edits) {
        List<Outcome> wider = new ArrayList<>();
        for (Edit edit : edits) {
            with(edit)
                    .filter(all -> all.total() > before.total()
                            || !all.newcomers(before).isEmpty())
                    .ifPresent(all -> wider.add(
                            new Outcome(edit, Standing.ofTotal(before.total()), Standing.ofTotal(all.total()), all)));
        }
        return told(wider, Comparator.comparingLong(o -> -o.all.total()), Optional.of(before));
    }

    private List<Change> told(List<Outcome> outcomes, Comparator<Outcome> best, Optional<Standings> beside) {
        return outcomes.stream()
                .sorted(Comparator.comparingInt((Outcome o) -> o.edit.size())
                        .thenComparing(best)
                        .thenComparing(o -> o.edit.kind())
                        .thenComparing(o -> o.edit.text()))
                .limit(most)
                .map(o -> o.edit.told(o.before, o.after, beside.flatMap(o.all::first)))
                .toList();
    }

    private static boolean isBetter(Standing now, Standing then) {
        return then.score().orElse(0.0) > now.score().orElse(0.0)
                || then.rank().orElseThrow() < now.rank().orElseThrow()
                || then.opens().orElse(0L) > now.opens().orElse(0L)
                || then.reachable().orElse(false) && !now.reachable().orElse(false)
                || then.weeks().orElse(0) < now.weeks().orElse(0);
    }
}
