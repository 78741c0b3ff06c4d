import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.rung.encoder.VectorTable;
import dev.rung.encoder.Vectors;
import dev.rung.evaluation.Ranker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** all-MiniLM-L6-v2 in int8 through ONNX Runtime, as a ranker. Remembers vectors: three of the sets share their corpus. */
final class MiniLm implements Ranker {
    private static final int DIMENSIONS = 384;

    private final EmbeddingModel model;
    private final Map<String, float[]> known = new HashMap<>();

    /** @param threads on which it works */
    MiniLm(Executor threads) {
        model = new AllMiniLmL6V2QuantizedEmbeddingModel(threads);
    }

    @Override
    public String name() {
        return "MiniLM";
    }

    @Override
    public Index index(List<String> corpus) {
        List<String> unknown =
                corpus.stream().distinct().filter(text -> !known.containsKey(text)).toList();
        List<float[]> vectors = embed(unknown);
        for (int i = 0; i < unknown.size(); i++) known.put(unknown.get(i), vectors.get(i));
        VectorTable table = new VectorTable(DIMENSIONS, corpus.stream().map(known::get).toList());
        return query -> table.scores(embed(List.of(query)).get(0));
    }

    List<float[]> embed(List<String> texts) {
        if (texts.isEmpty()) return List.of();
        return model.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
                .map(embedding -> Vectors.normalise(embedding.vector().clone()))
                .toList();
    }
}
