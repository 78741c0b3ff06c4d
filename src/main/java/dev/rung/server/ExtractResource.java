package dev.rung.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.extract.Emphasis;
import dev.rung.extract.How;
import dev.rung.extract.Mention;
import dev.rung.extract.SkillExtractor;
import dev.rung.match.Recommender;
import dev.rung.match.Understanding.Note;
import dev.rung.skill.Check;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Finds the skills that a text speaks of. */
final class ExtractResource {
    private final Catalogue catalogue;
    private final Recommender recommender;

    ExtractResource(Catalogue catalogue, Recommender recommender) {
        this.catalogue = catalogue;
        this.recommender = recommender;
    }

    /** @param text in which skills are looked for */
    record Question(String text) {
        Question {
            text = Check.present("text", text);
            Check.text("text", Optional.of(text));
        }
    }

    /**
     * What was found.
     *
     * @param generation of the catalogue whose skills were looked for
     * @param model of the encoder
     * @param skills in the order in which the text names them
     * @param notes what to know about how it was read
     */
    record Found(
            String generation,
            String model,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Said> skills,
            List<Note> notes) {}

    /**
     * One skill, and the words that speak of it.
     *
     * @param skill its id
     * @param label its name
     * @param start where the words begin, in UTF-16 units from 0
     * @param end where they end, exclusive
     */
    record Said(
            SkillId skill,
            String label,
            int start,
            int end,
            String text,
            double confidence,
            How how,
            Emphasis emphasis) {}

    void extract(Context ctx) {
        Query.of(ctx, List.of());
        Question question = Body.of(ctx, Question.class);
        try (CatalogueView view = catalogue.view()) {
            ctx.header("Cache-Control", Reply.REVALIDATE);
            String generation = view.generation().token();
            if (Freshness.isHeld(ctx, Freshness.tag(generation, Body.bytes(ctx), ""))) return;
            SkillExtractor extractor = recommender.extractor(view);
            List<Said> said = extractor.extract(question.text()).stream()
                    .map(m -> said(m, view))
                    .toList();
            List<Note> notes = extractor.isForeign(question.text()) ? List.of(Note.foreign("/text")) : List.of();
            Reply.json(ctx, new Found(generation, view.generation().model(), said, notes));
        }
    }

    private static Said said(Mention m, CatalogueView view) {
        String label = view.taxonomy()
                .skill(m.skill())
                .map(Skill::label)
                .orElse(m.skill().value());
        return new Said(m.skill(), label, m.start(), m.end(), m.text(), m.confidence(), m.how(), m.emphasis());
    }
}
