package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Page;
import dev.rung.catalogue.Ranked;
import dev.rung.catalogue.Search;
import dev.rung.credential.Credential;
import dev.rung.skill.SkillId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which credentials a team can choose among, and which of a target's needs each meets. For one question, by one thread. */
final class GroupOffer {
    /** Up to so many admissible credentials all are looked at; beyond, those that teach most of the target. */
    private static final int ALL = 2_000;

    private final Session session;
    private final List<Need> needs;
    /** Where each need stands in the list. */
    private final Map<Need, Integer> places = new HashMap<>();

    private final Map<String, BitSet> covered = new HashMap<>();
    /** Members with the same limits choose among the same. */
    private final Map<Filter, List<Curriculum>> admitted = new HashMap<>();

    private boolean allSeen = true;

    GroupOffer(Session session, List<Need> needs) {
        this.session = session;
        this.needs = needs;
        for (int n = 0; n < needs.size(); n++) places.putIfAbsent(needs.get(n), n);
    }

    /** Whether every credential was looked at that could have been. */
    boolean isComplete() {
        return allSeen;
    }

    /** What these limits admit: all of it, or, of too many, what teaches most of the target. */
    List<Curriculum> within(Filter limits) {
        return admitted.computeIfAbsent(limits, this::read);
    }

    private List<Curriculum> read(Filter limits) {
        if (session.view().count(Kind.CREDENTIALS, limits) > ALL) {
            allSeen = false;
            List<Map<SkillId, Double>> wishes =
                    needs.stream().map(n -> session.answering(n.skill(), 1)).toList();
            return session.curricula(session.view().rankBySkills(Kind.CREDENTIALS, wishes, false, limits, ALL).stream()
                    .map(Ranked::id)
                    .sorted()
                    .toList());
        }
        List<String> ids = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Credential> page = session.view()
                    .search(Kind.CREDENTIALS, new Search(Optional.empty(), limits, Search.MAX_SIZE, cursor));
            page.items().forEach(c -> ids.add(c.id()));
            cursor = page.next();
        } while (cursor.isPresent());
        return session.curricula(ids);
    }

    /** Which needs it meets for whoever takes it; a copy to work with. */
    BitSet covers(Curriculum curriculum) {
        BitSet covers = covered.computeIfAbsent(curriculum.credential().id(), id -> {
            BitSet met = new BitSet();
            for (Answer answer : curriculum.answers()) {
                Integer need = places.get(answer.need());
                if (need != null && answer.strength() >= session.weights().met()) met.set(need);
            }
            return met;
        });
        return (BitSet) covers.clone();
    }
}
