package dev.rung.encoder.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * All pairs of the training, by kind, with how often each kind is drawn. The weights follow what each kind did for titles and for
 * sentences on the validation sets.
 */
final class TrainingPairs {
    private static final int SHARED_NAMES = 2;

    private final Texts texts;
    private final List<PairSource> sources = new ArrayList<>();
    private final List<Integer> sentenceNoise = new ArrayList<>();
    private final List<Integer> titleNoise = new ArrayList<>();
    private final Map<String, Integer> concepts = new HashMap<>();

    TrainingPairs(Texts texts, EscoFolder esco, OnetFolder onet, Sentences sentences) {
        this.texts = texts;
        addEsco(esco);
        addOnet(onet);
        addSharedTitles(esco, onet);
        addSentences(esco, sentences);
        for (String words : TitleNoise.PHRASES) titleNoise.add(texts.number(words));
        sources.removeIf(source -> source.size() == 0);
    }

    List<PairSource> sources() {
        return sources;
    }

    /** A text to mix into another, or {@link Texts#NONE}. */
    int noise(PairSource.Noise kind, SplittableRandom random) {
        List<Integer> from =
                switch (kind) {
                    case NONE -> List.of();
                    case SENTENCE -> sentenceNoise;
                    case TITLE -> titleNoise;
                };
        return from.isEmpty() ? Texts.NONE : from.get(random.nextInt(from.size()));
    }

    private PairSource source(String name, double weight, PairSource.Noise noise) {
        PairSource source = PairSource.of(name, weight, noise);
        sources.add(source);
        return source;
    }

    private int concept(String name) {
        return concepts.computeIfAbsent(name, n -> concepts.size());
    }

    private void addEsco(EscoFolder esco) {
        addNames("skill", esco.skills, PairSource.Noise.SENTENCE, 4, 3, 2, 2);
        addNames("occupation", esco.occupations, PairSource.Noise.TITLE, 2, 3, 0.3, 1.5);

        Map<String, String> labels = new HashMap<>(esco.groups);
        for (EscoFolder.Concept skill : esco.skills) labels.put(skill.uri(), skill.label());
        for (EscoFolder.Concept occupation : esco.occupations) labels.put(occupation.uri(), occupation.label());
        addRelations("occupation ~ essential skill", 1, esco.essential, labels);
        addRelations("occupation ~ optional skill", 0.5, esco.optional, labels);
        addRelations("skill ~ broader", 0.5, esco.broader, labels);
    }

    private void addNames(
            String kind,
            List<EscoFolder.Concept> concepts,
            PairSource.Noise noise,
            double altPreferred,
            double altAlt,
            double preferredDescription,
            double altDescription) {
        PairSource alternatives = source(kind + " alternative ~ preferred label", altPreferred, noise);
        PairSource among = source(kind + " alternative labels", altAlt, noise);
        PairSource described = source(kind + " preferred label ~ description", preferredDescription, noise);
        PairSource altDescribed = source(kind + " alternative label ~ description", altDescription, noise);
        for (EscoFolder.Concept c : concepts) {
            int concept = concept(c.uri());
            int label = texts.number(c.label());
            int description = texts.number(c.description());
            described.add(label, description, concept);
            List<Integer> all = new ArrayList<>();
            for (String name : c.alternatives()) {
                int alternative = texts.number(name);
                all.add(alternative);
                alternatives.add(alternative, label, concept);
                altDescribed.add(alternative, description, concept);
            }
            among.addAmong(all, concept);
        }
    }

    private void addRelations(
            String name, double weight, List<EscoFolder.Relation> relations, Map<String, String> labels) {
        PairSource source = source(name, weight, PairSource.Noise.NONE);
        for (EscoFolder.Relation relation : relations) {
            String from = labels.get(relation.from());
            String to = labels.get(relation.to());
            if (from != null && to != null) {
                source.add(texts.number(from), texts.number(to), concept(relation.from()));
            }
        }
    }

    private void addOnet(OnetFolder onet) {
        PairSource titles = source("O*NET alternate titles", 3, PairSource.Noise.TITLE);
        PairSource described = source("O*NET title ~ description", 1, PairSource.Noise.TITLE);
        PairSource tasks = source("O*NET task ~ title", 1, PairSource.Noise.NONE);
        for (OnetFolder.Occupation occupation : onet.occupations) {
            int concept = concept("onet " + occupation.title);
            int title = texts.number(occupation.title);
            int description = texts.number(occupation.description);
            described.add(title, description, concept);
            List<Integer> all = new ArrayList<>();
            all.add(title);
            for (String name : occupation.alternatives) {
                int alternative = texts.number(name);
                all.add(alternative);
                described.add(alternative, description, concept);
            }
            titles.addAmong(all, concept);
            for (String task : occupation.tasks) tasks.add(texts.number(task), title, concept);
        }
        PairSource technologies = source("O*NET technology ~ kind", 0.5, PairSource.Noise.SENTENCE);
        for (OnetFolder.Technology technology : onet.technologies) {
            technologies.add(
                    texts.number(technology.name()),
                    texts.number(technology.kind()),
                    concept("kind " + technology.kind()));
        }
    }

    /**
     * Where an occupation of O*NET and one of ESCO have at least {@value #SHARED_NAMES} names in common they are taken to be near,
     * and what people call the one is paired with the title of the other. No published mapping is used.
     */
    private void addSharedTitles(EscoFolder esco, OnetFolder onet) {
        Map<Integer, List<EscoFolder.Concept>> byName = new HashMap<>();
        for (EscoFolder.Concept occupation : esco.occupations) {
            Set<Integer> names = new LinkedHashSet<>();
            names.add(texts.number(occupation.label()));
            for (String name : occupation.alternatives()) names.add(texts.number(name));
            names.remove(Texts.NONE);
            for (int name : names)
                byName.computeIfAbsent(name, n -> new ArrayList<>()).add(occupation);
        }
        PairSource source = source("O*NET alternate title ~ ESCO title", 1.5, PairSource.Noise.TITLE);
        for (OnetFolder.Occupation occupation : onet.occupations) {
            Set<Integer> names = new LinkedHashSet<>();
            for (String name : occupation.alternatives) names.add(texts.number(name));
            names.remove(Texts.NONE);
            Map<EscoFolder.Concept, Integer> shared = new LinkedHashMap<>();
            for (int name : names) {
                for (EscoFolder.Concept near : byName.getOrDefault(name, List.of()))
                    shared.merge(near, 1, Integer::sum);
            }
            shared.forEach((near, count) -> {
                if (count < SHARED_NAMES) return;
                for (int name : names) source.add(name, texts.number(near.label()), concept(near.uri()));
            });
        }
    }

    private void addSentences(EscoFolder esco, Sentences sentences) {
        Map<String, String> byLabel = new HashMap<>();
        for (EscoFolder.Concept skill : esco.skills) byLabel.put(skill.label(), skill.uri());
        PairSource labelled = source("sentence ~ skill", 1.5, PairSource.Noise.NONE);
        for (Sentences.Labelled sentence : sentences.labelled) {
            int text = texts.number(sentence.sentence());
            for (String skill : sentence.skills()) {
                labelled.add(text, texts.number(skill), concept(byLabel.getOrDefault(skill, skill)));
            }
        }
        PairSource marked = source("sentence ~ marked words", 0.7, PairSource.Noise.NONE);
        for (Sentences.Marked sentence : sentences.marked) {
            int text = texts.number(sentence.sentence());
            for (String span : sentence.spans()) {
                marked.add(text, texts.number(span), concept("sentence " + text));
            }
            for (String rest : sentence.rests()) {
                int noise = texts.number(rest);
                if (noise != Texts.NONE) sentenceNoise.add(noise);
            }
        }
    }
}
