package dev.rung.catalogue.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;

/** Says of what Lucene found wrong with an index what it means, where it is, and what to do. */
final class Damage {
    private Damage() {}

    /** The same failure in words for whoever runs the folder; others are left as they are. */
    static IOException explained(Path folder, IOException e) {
        String where = "the catalogue in " + folder.toAbsolutePath();
        return switch (e) {
            case IndexFormatTooOldException old -> new IOException(where + " " + tooOld(), old);
            case IndexFormatTooNewException fresh ->
                new IOException(
                        where
                                + " was written by a newer version of Rung; use that version, or with it rung export --all",
                        fresh);
            case CorruptIndexException corrupt ->
                damaged(
                        where,
                        corrupt.getOriginalMessage() + " (" + fileOf(corrupt.getResourceDescription()) + ")",
                        corrupt);
            case IndexNotFoundException missing -> damaged(where, "it has no index", missing);
            case NoSuchFileException missing -> damaged(where, "there is no " + fileOf(missing.getFile()), missing);
            case FileNotFoundException missing ->
                damaged(where, "there is no " + fileOf(String.valueOf(missing.getMessage())), missing);
            case EOFException cut -> damaged(where, "a file is cut off", cut);
            default -> e;
        };
    }

    /** Lucene names the codec that it lacks in an IllegalArgumentException. */
    static IOException ofCodec(Path folder, IllegalArgumentException e) {
        return new IOException(
                "the catalogue in " + folder.toAbsolutePath() + " " + tooOld() + " (" + e.getMessage() + ")", e);
    }

    private static String tooOld() {
        return "was written by another version of Rung, whose index this one cannot read; with that version, rung export --all --out everything.zip, and here,"
                + " into an empty folder, rung import all everything.zip";
    }

    private static IOException damaged(String where, String what, IOException cause) {
        return new IOException(
                where + " is damaged: " + what
                        + "; rung check says what is whole, rung check --repair saves what can be read, and a backup brings back all of its day",
                cause);
    }

    /** The last name of a path in a description such as {@code MemorySegmentIndexInput(path="/data/generations/…/_0.cfs")}. */
    private static String fileOf(String description) {
        String path = description.replaceAll("(?s).*path=\"([^\"]*)\".*", "$1");
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return slash < 0 ? path : path.substring(slash + 1);
    }
}
