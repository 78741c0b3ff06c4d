package dev.rung.formats;

/** Is told how far an import has come: after each batch of records. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (done, total, records) -> {};

    /**
     * How far it is.
     *
     * @param done how much has been dealt with, in bytes of the files or in records, whichever is known beforehand
     * @param total how much there is, in the same unit
     * @param records how many records have been dealt with
     */
    void at(long done, long total, long records);
}
