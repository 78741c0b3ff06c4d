package dev.rung.encoder.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How badly a batch of pairs finds itself: for each left vector the softmax over all right ones, and the other way round, should
 * be on its own partner (van den Oord et al., <i>Representation Learning with Contrastive Predictive Coding</i>, 2018, in both
 * directions as CLIP has it). Others that stand for the same concept are left out.
 */
final class ContrastiveLoss {
    /** Far below any cosine over any temperature in use: its share of a softmax is 0. */
    private static final float LEFT_OUT = -1e4f;

    final double loss;
    final float[] leftSlopes;
    final float[] rightSlopes;

    /**
     * @param left vectors of length 1, one after the other
     * @param right their partners
     */
    ContrastiveLoss(float[] left, float[] right, int dimensions, Batch batch, float temperature) {
        int n = batch.size;
        try (INDArray a = Nd4j.create(left, new long[] {n, dimensions}, 'c');
                INDArray b = Nd4j.create(right, new long[] {n, dimensions}, 'c')) {
            INDArray cosines = Nd4j.gemm(a, b, false, true);
            float[] logits = cosines.dup('c').data().asFloat();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    int at = i * n + j;
                    logits[at] = batch.alike(i, j) ? LEFT_OUT : logits[at] / temperature;
                }
            }
            INDArray scores = Nd4j.create(logits, new long[] {n, n}, 'c');
            INDArray byRow = softmax(scores, 1);
            INDArray byColumn = softmax(scores, 0);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum -= Math.log(Math.max(byRow.getFloat(i, i), 1e-12f))
                        + Math.log(Math.max(byColumn.getFloat(i, i), 1e-12f));
            }
            loss = sum / (2 * n);
            INDArray slopes = byRow.addi(byColumn).subi(Nd4j.eye(n).muli(2)).divi(2f * n * temperature);
            leftSlopes = Nd4j.gemm(slopes, b, false, false).dup('c').data().asFloat();
            rightSlopes = Nd4j.gemm(slopes, a, true, false).dup('c').data().asFloat();
        }
    }

    private static INDArray softmax(INDArray scores, int dimension) {
        INDArray result = Nd4j.createUninitialized(scores.shape(), 'c');
        Nd4j.exec(new SoftMax(scores, result, dimension));
        return result;
    }
}
