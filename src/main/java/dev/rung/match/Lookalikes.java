package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Ranked;
import dev.rung.credential.Credential;
import dev.rung.match.SimilarCredentials.Difference;
import dev.rung.match.SimilarCredentials.Shared;
import dev.rung.match.SimilarCredentials.Similar;
import dev.rung.match.SimilarCredentials.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what teaches the same as a credential. The engine proposes the {@value #PROPOSED} that teach most of it, among which {@link Likeness}
 * decides.
 */
final class Lookalikes {
    private static final int PROPOSED = 400;
    /** A skill that is covered less than this is named as taught by one only. */
    private static final double COVERED = 0.3;

    private final Session session;

    Lookalikes(Session session) {
        this.session = session;
    }

    /** What is like this credential, before it is put into words. */
    private record Twin(String id, Outline outline, double likeness) {}

    SimilarCredentials of(Credential credential, int limit) {
        Outline outline = outline(credential);
        List<Twin> twins = new ArrayList<>();
        if (!outline.topics().isEmpty()) {
            for (Curriculum each : proposed(credential, outline)) {
                Outline other = outline(each.credential());
                double likeness = outline.likeness(other, Likeness.SIMILAR);
                if (likeness > 0) twins.add(new Twin(each.credential().id(), other, likeness));
            }
        }
        List<Similar> all = new ArrayList<>();
        Map<String, Credential> records = new HashMap<>();
        session.view()
                .find(Kind.CREDENTIALS, twins.stream().map(Twin::id).toList())
                .forEach(c -> records.put(c.id(), c));
        for (Twin twin : twins) {
            Credential other = records.get(twin.id());
            if (other == null) continue;
            Likeness.grade(twin.likeness(), credential, other)
                    .ifPresent(grade -> all.add(similar(credential, outline, other, twin, grade)));
        }
        all.sort(Comparator.comparing(Similar::grade)
                .thenComparing(Comparator.comparingDouble(Similar::likeness).reversed())
                .thenComparing(Similar::id));
        return new SimilarCredentials(
                session.view().generation().token(),
                session.view().generation().model(),
                credential.id(),
                credential.title(),
                all.size(),
                all.size() > limit ? all.subList(0, limit) : all);
    }

    private Outline outline(Credential credential) {
        return session.lexicon().curricula().outline(credential);
    }

    private List<Curriculum> proposed(Credential credential, Outline outline) {
        List<Map<SkillId, Double>> wishes = new ArrayList<>();
        for (Outline.Topic topic : outline.topics()) {
            Map<SkillId, Double> wish = new HashMap<>();
            for (Similarities.Neighbour near : session.lexicon().similarities().of(topic.skill())) {
                double factor = near.factor(Weights.SimilarityWeights.DEFAULT);
                if (factor > 0) wish.put(near.skill(), topic.weight() * factor);
            }
            wishes.add(wish);
        }
        List<String> ids =
                session.view().rankBySkills(Kind.CREDENTIALS, wishes, false, Filter.NONE, PROPOSED + 1).stream()
                        .map(Ranked::id)
                        .filter(id -> !id.equals(credential.id()))
                        .toList();
        return session.curricula(ids);
    }

    private Similar similar(Credential here, Outline outline, Credential there, Twin twin, Grade grade) {
        Taxonomy taxonomy = session.view().taxonomy();
        List<Shared> shared = new ArrayList<>();
        List<Skill> onlyHere = new ArrayList<>();
        for (Outline.Topic topic : outline.topics()) {
            Optional<Outline.Covered> covered = covered(topic, twin.outline());
            if (covered.isPresent()) shared.add(shared(covered.get(), taxonomy));
            else onlyHere.add(skill(topic, taxonomy));
        }
        List<Skill> onlyThere = new ArrayList<>();
        for (Outline.Topic topic : twin.outline().topics()) {
            if (covered(topic, outline).isEmpty()) onlyThere.add(skill(topic, taxonomy));
        }
        List<Difference> differences = Terms.differences(here, there);
        return new Similar(
                there.id(),
                there.title(),
                there.issuer().name(),
                grade,
                Points.toNumber(Points.of(twin.likeness())),
                Sentences.similar(grade, shared, onlyHere, onlyThere, differences),
                shared,
                onlyHere,
                onlyThere,
                differences,
                there.illustrative());
    }

    private static Optional<Outline.Covered> covered(Outline.Topic topic, Outline by) {
        return by.cover(topic).filter(c -> c.share() >= COVERED);
    }

    private static Skill skill(Outline.Topic topic, Taxonomy taxonomy) {
        return new Skill(topic.skill().value(), taxonomy.label(topic.skill()));
    }

    private static Shared shared(Outline.Covered covered, Taxonomy taxonomy) {
        return new Shared(
                covered.topic().skill().value(),
                taxonomy.label(covered.topic().skill()),
                covered.topic().level(),
                covered.by().skill().value(),
                taxonomy.label(covered.by().skill()),
                covered.by().level(),
                Words.of(covered.relation()));
    }
}
