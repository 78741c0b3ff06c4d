package dev.rung.catalogue.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/** Lucene's own codec with vectors of eight bits a dimension. Only writing needs it: what reads is named in the files. */
final class VectorCodec extends Lucene104Codec {
    private final KnnVectorsFormat flat = new Lucene104ScalarQuantizedVectorsFormat(ScalarEncoding.UNSIGNED_BYTE);

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return flat;
    }
}
