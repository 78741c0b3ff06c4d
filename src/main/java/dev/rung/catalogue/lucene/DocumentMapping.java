package dev.rung.catalogue.lucene;

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
import dev.rung.skill.SkillId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/**
 * Turns records into Lucene documents: the source as JSON, the key, the {@link Facts} as terms, points and columns, the words to be
 * found by, a vector, and what is asked for or offered ({@link Column}).
 *
 * <p>Safe for use by many threads.
 */
final class DocumentMapping {
    /** Terms and frequencies only: no query asks for phrases, and positions are half of a text index. */
    private static final FieldType WORDS = words();

    private final SkillEncoder encoder;
    private final CandidateReader candidates;

    DocumentMapping(SkillEncoder encoder, CandidateReader candidates) {
        this.encoder = encoder;
        this.candidates = candidates;
    }

    private static FieldType words() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /**
     * The document of a record.
     *
     * @param vectors whether to compute a vector; not if the index holds those of another model
     * @param view where a candidate's roles and credentials are looked up
     */
    <T> Document document(Kind<T> kind, T record, boolean vectors, CatalogueView view) {
        String id = kind.idOf(record);
        Document document = new Document();
        document.add(new StringField(Fields.KEY, Fields.key(kind, id).bytes(), Field.Store.NO));
        document.add(new StringField(Fields.KIND, kind.plural(), Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(id)));
        document.add(new StoredField(Fields.SOURCE, Json.write(record)));
        addFacts(document, kind, Facts.of(record));
        addText(document, kind, RecordText.of(record), vectors);
        switch (record) {
            case Role role -> addEntries(document, kind, demand(role.requirements()));
            case Job job -> addEntries(document, kind, demand(job.requirements()));
            case Credential credential -> addEntries(document, kind, outcomes(credential));
            case Candidate candidate -> addEntries(document, kind, held(candidates.read(candidate, view)));
            default -> {}
        }
        return document;
    }

    private static void addFacts(Document document, Kind<?> kind, Facts facts) {
        facts.words().forEach((field, words) -> {
            document.add(new StringField(Fields.known(kind), Fields.term(field), Field.Store.NO));
            for (String word : words) {
                document.add(new KeywordField(Fields.word(kind, field), Fields.term(word), Field.Store.NO));
            }
        });
        facts.numbers().forEach((field, number) -> {
            document.add(new StringField(Fields.known(kind), Fields.term(field), Field.Store.NO));
            document.add(new DoubleField(Fields.number(kind, field), number + 0.0, Field.Store.NO));
        });
    }

    private void addText(Document document, Kind<?> kind, RecordText text, boolean vectors) {
        document.add(new Field(Fields.title(kind), text.title(), WORDS));
        text.otherTitles().forEach(t -> document.add(new Field(Fields.otherTitles(kind), t, WORDS)));
        text.text().forEach(t -> document.add(new Field(Fields.text(kind), t, WORDS)));
        if (!vectors) return;
        float[] vector = encoder.encode(text.essence());
        // The zero vector says that the encoder knows nothing here: near to nothing, so not indexed.
        if (SkillEncoder.dot(vector, vector) > 0) {
            document.add(new KnnFloatVectorField(Fields.vector(kind), vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
    }

    private static void addEntries(Document document, Kind<?> kind, Collection<Column.Entry> unordered) {
        if (unordered.isEmpty()) return;
        SortedMap<BytesRef, Column.Entry> entries = new TreeMap<>();
        unordered.forEach(e -> entries.put(new BytesRef(e.term()), e));
        entries.keySet().forEach(t -> document.add(new SortedSetDocValuesField(Fields.entries(kind), t)));
        document.add(new BinaryDocValuesField(Fields.strengths(kind), Column.packed(entries.values(), entries.size())));
    }

    private static List<Column.Entry> demand(List<Requirement> requirements) {
        double total = Requirement.total(requirements);
        boolean known = Reach.isKnown(requirements);
        return requirements.stream()
                .map(r -> {
                    // A share that a float cannot hold must still be known to be there.
                    float share = Math.max(Float.MIN_NORMAL, (float) (r.weight() / total));
                    return new Column.Entry(Need.of(r).term(), share, known && r.isEssential() ? share : 0);
                })
                .toList();
    }

    private static List<Column.Entry> outcomes(Credential credential) {
        return credential.outcomes().stream()
                .flatMap(o -> o.skill().stream())
                .distinct()
                .map(skill -> new Column.Entry(skill.value(), 1, 1))
                .toList();
    }

    private static List<Column.Entry> held(Map<SkillId, Strength> skills) {
        return skills.entrySet().stream()
                .map(e -> new Column.Entry(
                        e.getKey().value(), (float) e.getValue().any(), (float)
                                e.getValue().proven()))
                .toList();
    }
}
