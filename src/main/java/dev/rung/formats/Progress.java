package dev.rung.formats;

/** Is told how far an import has come, a few times a second at most of which it need show none. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (done, total, records) -> {};

    /**
     * How far it is.
     *
     * @param done bytes of the files that have been read, as they lie on disk
     * @param total bytes of all files
     * @param records how many records have been dealt with
     */
    void at(long done, long total, long records);
}
