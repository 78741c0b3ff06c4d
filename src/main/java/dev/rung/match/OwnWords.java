package dev.rung.match;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.extract.Mention;
import dev.rung.match.Understanding.Goal;
import dev.rung.person.EvidenceKind;
import dev.rung.role.Role;
import dev.rung.skill.Level;
import java.util.Optional;

/** Reads free text: the skills and roles that it mentions are claims; what it wishes for ({@link Wishes}) is not held. */
final class OwnWords {
    private final CatalogueView view;
    private final Lexicon lexicon;
    private final WorkHistory work;
    private final Reading reading;

    OwnWords(CatalogueView view, Lexicon lexicon, WorkHistory work, Reading reading) {
        this.view = view;
        this.lexicon = lexicon;
        this.work = work;
        this.reading = reading;
    }

    void read(String text) {
        if (lexicon.skills().isForeign(text)) reading.note(Understanding.Note.foreign("/text"));
        for (Mention mention : lexicon.roles().extract(text)) {
            boolean named = Occupations.isNamed(text, mention.start(), mention.end());
            double confidence = named ? Math.max(mention.confidence(), Occupations.NAMED) : mention.confidence();
            if (confidence < HeldCopies.TITLE_FLOOR) continue;
            Optional<Role> role = view.find(Kind.ROLES, mention.skill().value());
            if (role.isEmpty()) continue;
            if (Wishes.isWish(text, mention.start(), mention.end())) {
                reading.wish(new Goal("role", role.get().id(), role.get().title()));
            } else {
                String source = "that you are or were a " + role.get().title();
                work.read(
                        role.get(),
                        "/text",
                        mention.text(),
                        new WorkHistory.Filled(
                                EvidenceKind.SELF, Level.ADVANCED, confidence, source, Optional.empty()));
            }
        }
        for (Mention mention : lexicon.skills().byNames().extract(text)) {
            if (Wishes.isWish(text, mention.start(), mention.end())) {
                reading.wish(mention.skill());
            } else {
                reading.add(
                        "/text",
                        mention,
                        new Held(
                                mention.skill(),
                                Level.INTERMEDIATE,
                                EvidenceKind.SELF,
                                "what you write",
                                mention.confidence(),
                                Optional.empty(),
                                Optional.empty()));
            }
        }
    }
}
