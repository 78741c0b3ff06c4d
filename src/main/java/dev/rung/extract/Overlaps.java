package dev.rung.extract;

import dev.rung.skill.SkillId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Decides between matches that claim the same words.
 *
 * <p>A word may serve two matches only in a coordination: “install and repair pumps” is to install pumps and to repair pumps.
 */
final class Overlaps {
    private final Passage passage;
    private final Match[] owner;

    Overlaps(Passage passage) {
        this.passage = passage;
        this.owner = new Match[passage.content.length];
    }

    /** What is left of names that only their words speak for: more words first, then the surer, then the earlier, then the smaller id. */
    List<Match> longest(List<Match> matches, IntFunction<SkillId> ids) {
        return resolved(matches, Comparator.comparingInt(Match::words).reversed(), ids);
    }

    /**
     * What is left where confidence is a probability, named or only meant: the surer first, then as above. On the validation sets that is right more often
     * than names first, and finds more.
     */
    List<Match> surest(List<Match> matches, IntFunction<SkillId> ids) {
        return resolved(
                matches,
                Comparator.comparingDouble(Match::confidence)
                        .reversed()
                        .thenComparing(Comparator.comparingInt(Match::words).reversed()),
                ids);
    }

    private List<Match> resolved(List<Match> matches, Comparator<Match> first, IntFunction<SkillId> ids) {
        List<Match> order = new ArrayList<>(matches);
        order.sort(first.thenComparing(
                        Comparator.comparingDouble(Match::confidence).reversed())
                .thenComparingInt(Match::first)
                .thenComparing(m -> ids.apply(m.skill())));
        List<Match> kept = new ArrayList<>();
        for (Match match : order) {
            if (!isFree(match)) continue;
            for (int position : match.positions()) owner[position] = match;
            kept.add(match);
        }
        return kept;
    }

    private boolean isFree(Match match) {
        for (int position : match.positions()) {
            Match other = owner[position];
            if (other != null && !coordinated(match, other)) return false;
        }
        return true;
    }

    /** Whether the words that the two do not share are joined by “and”, “or” or a comma, and by nothing else. */
    private boolean coordinated(Match a, Match b) {
        int ownA = onlyOwn(a, b);
        int ownB = onlyOwn(b, a);
        if (ownA < 0 || ownB < 0 || a.words() != b.words()) return false;
        int from = passage.content[Math.min(ownA, ownB)];
        int to = passage.content[Math.max(ownA, ownB)];
        boolean joined = false;
        for (int i = from + 1; i <= to; i++) {
            Token token = passage.tokens.get(i);
            boolean and = isAnd(token);
            joined |= and || token.before() == Token.Gap.COMMA;
        }
        return joined && to - from <= 4;
    }

    private static boolean isAnd(Token token) {
        return token.plain().equals("and") || token.plain().equals("or");
    }

    /** The one position that is a's and not b's; -1 if there are none or several. */
    private static int onlyOwn(Match a, Match b) {
        int own = -1;
        for (int position : a.positions()) {
            if (Arrays.binarySearch(b.positions(), position) >= 0) continue;
            if (own >= 0) return -1;
            own = position;
        }
        return own;
    }
}
