package dev.rung.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** How files get their names for good. A name in a folder survives a loss of power once the folder is written out, not before. */
public final class Durable {
    private Durable() {}

    /**
     * Puts a file, which must be written out already, in the place of another, in one step: whoever reads sees the one or the other, whole.
     *
     * @param beside in the same folder
     */
    public static void replace(Path beside, Path file) throws IOException {
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        keepName(file);
    }

    /** Puts these bytes in the place of a file's, in one step; on disk when it returns. What is left of one that failed is written over by the next. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) channel.write(left);
            channel.force(true);
        }
        replace(beside, file);
    }

    /** Returns when the disk has the name of a new file. */
    public static void keepName(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) return;
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
