package dev.rung.upkeep;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a backup holds: the last entry of the archive, as JSON.
 *
 * @param format of backups; {@value #FORMAT}
 * @param at when the backup was begun: what was acknowledged before is in it
 * @param files every file, in the order in which it is restored
 */
public record Manifest(int format, Instant at, List<File> files) {
    static final int FORMAT = 1;
    /** What an archive calls it. */
    static final String NAME = "manifest.json";

    private static final int MOST_FILES = 100_000;
    /** 32 TiB; so many of the largest still have a sum that can be told. */
    private static final long MOST_BYTES = 1L << 45;

    /** Files of a data folder, in it or up to two folders down; no name that begins with a dot, and so none that leads out of the folder. */
    private static final Pattern FILE_NAME =
            Pattern.compile("([A-Za-z0-9_][A-Za-z0-9._-]{0,99}/){0,2}[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    public Manifest {
        if (format != FORMAT) {
            throw new InvalidField(
                    "format", "is " + format + ", and this version of Rung reads format " + FORMAT + " of backups");
        }
        Check.present("at", at);
        files = Check.distinct("files", files, File::name);
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw new InvalidField("files", "must be from 1 to " + MOST_FILES);
        }
    }

    /**
     * One file.
     *
     * @param name in the data folder, with slashes
     * @param size in bytes
     * @param sha256 of its content, in hexadecimal
     */
    public record File(
            String name,
            @JsonInclude(JsonInclude.Include.ALWAYS) long size,
            String sha256) {
        public File {
            Check.present("name", name);
            if (!FILE_NAME.matcher(name).matches()) {
                throw new InvalidField("name", "is no name of a file in a data folder: " + name);
            }
            Check.range("size", size, 0, MOST_BYTES);
            if (!Check.present("sha256", sha256).matches("[0-9a-f]{64}")) {
                throw new InvalidField("sha256", "must be 64 hexadecimal digits");
            }
        }
    }

    /** Bytes of all files together. */
    public long size() {
        long sum = 0;
        for (File file : files) sum += file.size();
        return sum;
    }
}
