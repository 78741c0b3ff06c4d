package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Yielding;
import java.io.IOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges in the background, and gives way there: a merge is so much computing as it writes, so it looks around after every piece that it has written.
 *
 * <p>One that storage refuses is told in a line of the log: the next write begins anew from the last commit, and nothing is lost.
 */
final class PoliteMerges extends ConcurrentMergeScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(PoliteMerges.class);
    private static final int PIECE = 64 << 10;

    private final Yielding yielding;

    PoliteMerges(Yielding yielding) {
        this.yielding = yielding;
    }

    @Override
    protected void handleMergeException(Throwable refused) {
        LOG.error("Segments could not be merged: {}", refused.getMessage());
    }

    @Override
    public Directory wrapForMerge(MergePolicy.OneMerge merge, Directory in) {
        Yielding.Slices slices = yielding.begin();
        return new FilterDirectory(super.wrapForMerge(merge, in)) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
                return new Output(in.createOutput(name, context), slices);
            }
        };
    }

    /** One file of a merge. Its thread writes all of them, one piece here, one there. */
    private static final class Output extends FilterIndexOutput {
        private final Yielding.Slices slices;
        private int written;

        Output(IndexOutput out, Yielding.Slices slices) {
            super("giving way", out.getName(), out);
            this.slices = slices;
        }

        @Override
        public void writeByte(byte b) throws IOException {
            out.writeByte(b);
            wrote(1);
        }

        @Override
        public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
            out.writeBytes(bytes, offset, length);
            wrote(length);
        }

        private void wrote(int bytes) {
            written += bytes;
            if (written < PIECE) return;
            written = 0;
            slices.rest();
        }
    }
}
