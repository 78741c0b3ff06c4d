package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.skill.Skill;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * The taxonomy of all snapshots between two changes of skills, made when it is first asked for: an import that writes skills in a hundred
 * pieces does not build it a hundred times. A rebuild seldom changes the skills: then its taxonomy is the very object that the generation before
 * has, and so is whatever hangs on it.
 *
 * <p>Safe for use by many threads.
 */
final class LazyTaxonomy {
    private final long since;
    private final AtomicReference<Taxonomy> latest;
    private volatile @Nullable Taxonomy made;

    /**
     * @param since sequence of the write that changed skills last
     * @param latest the one that was made last of any generation of the catalogue
     */
    LazyTaxonomy(long since, AtomicReference<Taxonomy> latest) {
        this.since = since;
        this.latest = latest;
    }

    /** Sequence of the write that changed skills last: two of the same index with the same number are the same. */
    long since() {
        return since;
    }

    Taxonomy in(Snapshot snapshot) throws IOException {
        Taxonomy taxonomy = made;
        if (taxonomy != null) return taxonomy;
        synchronized (this) {
            if (made == null) made = shared(Taxonomy.of(skills(snapshot)));
            return made;
        }
    }

    private Taxonomy shared(Taxonomy fresh) {
        return latest.updateAndGet(other -> other.hasSameSkills(fresh) ? other : fresh);
    }

    private static List<Skill> skills(Snapshot snapshot) throws IOException {
        List<Skill> skills = new ArrayList<>();
        StoredFields stored = snapshot.storedFields();
        Admitted admitted = Admitted.by(snapshot, Kind.SKILLS, Filter.NONE);
        for (int leaf = 0; leaf < admitted.leaves(); leaf++) {
            int base = snapshot.getLeafContexts().get(leaf).docBase;
            DocIdSetIterator docs = admitted.iterator(leaf);
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                skills.add(Snapshot.record(Kind.SKILLS, base + doc, stored));
            }
        }
        return skills;
    }
}
