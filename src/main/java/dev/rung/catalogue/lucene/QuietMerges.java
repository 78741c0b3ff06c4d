package dev.rung.catalogue.lucene;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Merges in the background. One that storage refuses is told in a line of the log: the next write begins anew from the last commit, and nothing is lost. */
final class QuietMerges extends ConcurrentMergeScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(QuietMerges.class);

    @Override
    protected void handleMergeException(Throwable refused) {
        LOG.error("Segments could not be merged: {}", refused.getMessage());
    }
}
