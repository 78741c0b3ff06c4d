package dev.rung.catalogue;

import java.util.List;

/**
 * Who was erased through which process, for all processes beside one catalogue: each of them keeps events and records of answers of its own, from
 * which people are to be erased as well.
 *
 * <p>Only ever appended to; entries are numbered from 1, without a gap. Nobody is named in it: an entry is a digest of the person's id under
 * {@link #key}.
 *
 * <p>Safe for use by many threads and processes. All methods throw {@link java.io.UncheckedIOException} when storage fails.
 */
public interface ErasureLog {
    /** The key of the digests, in hexadecimal: the same for every process, made at the first use. */
    String key();

    /**
     * Appends an entry. When this returns it is durable, and whoever reads from then on reads it.
     *
     * @param after the caller has read so many entries; the search for the end begins there
     * @return its number
     */
    long append(String digest, long after);

    /** The entries after the first so many, oldest first; not more than some hundreds at once. */
    List<String> after(long read);
}
