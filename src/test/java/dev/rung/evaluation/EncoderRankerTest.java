package dev.rung.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.encoder.ConceptEncoder;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.encoder.SkillEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EncoderRankerTest {
    private static final SkillEncoder LETTERS = new LexicalEncoder();

    /** Knows letters, and how often some things are asked for. */
    private record Knowing(Map<String, Double> priors) implements ConceptEncoder {
        @Override
        public String name() {
            return "knowing";
        }

        @Override
        public int dimensions() {
            return LETTERS.dimensions();
        }

        @Override
        public float[] encode(String text) {
            return LETTERS.encode(text);
        }

        @Override
        public double prior(String label) {
            return priors.getOrDefault(label, 0.0);
        }
    }

    @Test
    void findsASkillInsideASentence() {
        float[] scores = new EncoderRanker(new Knowing(Map.of()))
                .index(List.of("weld steel", "bake pastries", "drive lorries"))
                .scores("You are one who likes people, can bake pastries, and is willing to come in early");
        assertThat(scores[1]).isGreaterThan(scores[0]).isGreaterThan(scores[2]);
    }

    @Test
    void ofTwoThatFitAlikeTheOneMoreAskedForComesFirst() {
        List<String> corpus = List.of("bake pastries", "pastries bake");
        Ranker.Index index = new EncoderRanker(new Knowing(Map.of("pastries bake", 3.0))).index(corpus);
        float[] scores = index.scores("bake pastries");
        assertThat(scores[1]).isGreaterThan(scores[0]);
    }

    @Test
    void textsWithoutWordsHaveAScore() {
        Ranker.Index index = new EncoderRanker(new Knowing(Map.of())).index(List.of("bake", "…"));
        assertThat(index.scores("")).containsExactly(0, 0);
        assertThat(index.scores("of the and")).hasSize(2);
        assertThat(new EncoderRanker(new Knowing(Map.of())).index(List.of()).scores("bake"))
                .isEmpty();
    }

    @Test
    void hybridAddsSharedWords() {
        List<String> corpus = List.of("weld steel", "bake pastries");
        Knowing encoder = new Knowing(Map.of());
        float[] alone = new EncoderRanker(encoder).index(corpus).scores("baking a pastry");
        float[] hybrid = new HybridRanker(encoder).index(corpus).scores("baking a pastry");
        assertThat(hybrid[1]).isGreaterThan(alone[1]);
        assertThat(hybrid[0]).isEqualTo(alone[0]);
        assertThat(new HybridRanker(encoder).index(corpus).scores("xyzzy")).hasSize(2);
    }
}
