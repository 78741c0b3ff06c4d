package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.rung.catalogue.CandidateReader;
import dev.rung.catalogue.CandidateReader.Strength;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Facts;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Reach;
import dev.rung.catalogue.RecordText;
import dev.rung.credential.Credential;
import dev.rung.encoder.SkillEncoder;
import dev.rung.json.Json;
import dev.rung.person.Candidate;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Turns records into documents of the {@link Layout}: the record itself, its {@link Facts}, the words to be found by, a vector, and what it asks
 * for or offers.
 *
 * <p>Safe for use by many threads.
 */
final class Documents {
    private final SkillEncoder encoder;
    private final CandidateReader candidates;

    Documents(SkillEncoder encoder, CandidateReader candidates) {
        this.encoder = encoder;
        this.candidates = candidates;
    }

    /**
     * The document of a record.
     *
     * @param vectors whether to compute a vector; not if the index holds those of another model
     * @param view where a candidate's roles and credentials are looked up
     */
    <T> ObjectNode document(Kind<T> kind, T record, boolean vectors, CatalogueView view) {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put(Layout.KIND, kind.plural());
        document.put(Layout.ID, kind.idOf(record));
        document.putRawValue(Layout.SOURCE, new RawValue(new String(Json.write(record), StandardCharsets.UTF_8)));
        addFacts(document, Facts.of(record));
        addText(document, kind, RecordText.of(record), vectors);
        switch (record) {
            case Role role -> addDemand(document, role.requirements());
            case Job job -> {
                addDemand(document, job.requirements());
                addEssentials(document, Reach.essentials(job));
            }
            case Credential credential -> addOutcomes(document, credential);
            case Candidate candidate -> addHeld(document, candidate, view);
            default -> {}
        }
        return document;
    }

    private static void addFacts(ObjectNode document, Facts facts) {
        ArrayNode known = document.putArray(Layout.KNOWN);
        facts.words().forEach((field, words) -> {
            known.add(field);
            ArrayNode terms = document.putArray(Layout.word(field));
            words.forEach(word -> terms.add(Layout.term(word)));
        });
        facts.numbers().forEach((field, number) -> {
            known.add(field);
            document.put(Layout.number(field), number + 0.0);
        });
    }

    private void addText(ObjectNode document, Kind<?> kind, RecordText text, boolean vectors) {
        document.put(Layout.title(kind), text.title());
        strings(document, Layout.otherTitles(kind), text.otherTitles());
        strings(document, Layout.text(kind), text.text());
        if (!vectors) return;
        float[] vector = encoder.encode(text.essence());
        // The zero vector says that the encoder knows nothing here: near to nothing, so not indexed.
        if (SkillEncoder.dot(vector, vector) > 0) {
            ArrayNode numbers = document.putArray(Layout.vector(kind));
            for (float number : vector) numbers.add(number);
        }
    }

    private static void strings(ObjectNode document, String field, Collection<String> values) {
        ArrayNode array = document.putArray(field);
        values.forEach(array::add);
    }

    private static void addDemand(ObjectNode document, List<Requirement> requirements) {
        double total = Requirement.total(requirements);
        StringJoiner entries = new StringJoiner(" ");
        requirements.forEach(r -> entries.add(Layout.entry(Need.of(r).term(), r.weight() / total)));
        document.put(Layout.STRENGTHS, entries.toString());
    }

    private static void addEssentials(ObjectNode document, Set<Need> essentials) {
        strings(document, Layout.ESSENTIALS, essentials.stream().map(Need::term).toList());
        document.put(Layout.ESSENTIAL_COUNT, essentials.size());
    }

    private static void addOutcomes(ObjectNode document, Credential credential) {
        StringJoiner entries = new StringJoiner(" ");
        credential.outcomes().stream()
                .flatMap(o -> o.skill().stream())
                .distinct()
                .forEach(skill -> entries.add(Layout.entry(skill.value(), 1)));
        document.put(Layout.STRENGTHS, entries.toString());
    }

    private void addHeld(ObjectNode document, Candidate candidate, CatalogueView view) {
        StringJoiner any = new StringJoiner(" ");
        StringJoiner proven = new StringJoiner(" ");
        candidates.read(candidate, view).forEach((skill, strength) -> {
            any.add(Layout.entry(skill.value(), strength.any()));
            if (isProven(strength)) proven.add(Layout.entry(skill.value(), strength.proven()));
        });
        document.put(Layout.STRENGTHS, any.toString());
        document.put(Layout.PROVEN, proven.toString());
    }

    private static boolean isProven(Strength strength) {
        return strength.proven() > 0;
    }
}
