package dev.rung.server;

import dev.rung.trust.TrustFiles;
import dev.rung.trust.TrustSettings;
import dev.rung.trust.UnusableFile;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom this server trusts: what the operator's files said when they were last read. They are read when the server starts, where one that cannot be used
 * keeps it from starting, and again before held credentials are checked, where it is logged and what it would say is unknown. Thread-safe.
 */
final class TrustDesk {
    private static final Logger LOG = LoggerFactory.getLogger(TrustDesk.class);

    private static final int PATIENCE = 20;

    private final TrustFiles files;
    private final TrustSettings base;
    private volatile TrustSettings newest;

    private TrustDesk(TrustFiles files, TrustSettings base, TrustSettings newest) {
        this.files = files;
        this.base = base;
        this.newest = newest;
    }

    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException if one cannot be used; says why
     */
    static TrustDesk open(TrustFiles files, Limits limits) {
        TrustSettings base = TrustSettings.OFFLINE.withTimeLimit(limits.times().check());
        try {
            return new TrustDesk(files, base, files.read(base));
        } catch (UnusableFile e) {
            throw new IllegalArgumentException(e.sentence(), e);
        }
    }

    /** As last read. */
    TrustSettings newest() {
        return newest;
    }

    /** Read now, for checks whose findings are kept: these get much more time, lest a busy minute make a proof unknown until the next round. */
    TrustSettings reread() {
        List<UnusableFile> unusable = new ArrayList<>();
        TrustSettings read = files.readUsable(base, unusable);
        for (UnusableFile each : unusable) LOG.warn("Not used in checking credentials: {}", each.sentence());
        newest = read;
        return read.withTimeLimit(base.timeLimit().multipliedBy(PATIENCE));
    }
}
