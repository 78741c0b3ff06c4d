package dev.rung.catalogue.lucene;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.IOUtils;

/**
 * The files of the newest commit in a folder, all open: they can be read to their end whatever becomes of them, also while another process writes and
 * merges and takes them away.
 *
 * <pre>{@code
 * try (CommittedFiles files = CommittedFiles.of(folder)) {
 *     for (String name : files.names()) files.copy(name, out);   // generations/20261122-190612-5a0c1f/_0.cfs, …
 * }
 * }</pre>
 *
 * <p>Sound because a commit is one file that names all others, none of which is ever changed. If one is gone before it is open, there is a newer
 * commit, and that one is taken. For one thread.
 */
public final class CommittedFiles implements Closeable {
    private static final int TRIES = 100;

    private final Path folder;
    private final String generation;
    private final Directory directory;
    private final Map<String, IndexInput> open;

    private CommittedFiles(Path folder, String generation, Directory directory, Map<String, IndexInput> open) {
        this.folder = folder;
        this.generation = generation;
        this.directory = directory;
        this.open = open;
    }

    /** Opens them.
     *
     * @throws IOException if there is no catalogue in the folder, or it is damaged
     */
    public static CommittedFiles of(Path folder) throws IOException {
        IOException gone = new NoSuchFileException(folder.toString());
        for (int i = 0; i < TRIES; i++) {
            String id = Generations.liveIn(folder)
                    .orElseThrow(() -> new FileNotFoundException(
                            "there is no catalogue in " + folder.toAbsolutePath() + "; name its folder with --data"));
            try {
                return open(folder, id);
            } catch (NoSuchFileException | FileNotFoundException e) {
                gone = e;
            } catch (IOException e) {
                throw Damage.explained(folder, e);
            }
        }
        throw Damage.explained(folder, gone);
    }

    private static CommittedFiles open(Path folder, String id) throws IOException {
        Path path = folder.resolve("generations").resolve(id);
        if (!Files.isDirectory(path)) throw new NoSuchFileException(path.toString());
        Directory directory = FSDirectory.open(path, NoLockFactory.INSTANCE);
        Map<String, IndexInput> open = new TreeMap<>();
        try {
            for (String name : SegmentInfos.readLatestCommit(directory).files(true)) {
                open.put(name, directory.openInput(name, IOContext.READONCE));
            }
            return new CommittedFiles(folder, id, directory, open);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(open.values());
            IOUtils.closeWhileHandlingException(directory);
            throw e;
        }
    }

    /** Which generation it is: the content of the file {@code live}. */
    public String generation() {
        return generation;
    }

    /** The files, as they are called in the folder. */
    public List<String> names() {
        return open.keySet().stream()
                .map(name -> "generations/" + generation + "/" + name)
                .toList();
    }

    /** Copies a file, and compares it with its checksum first.
     *
     * @throws IOException if it is damaged
     */
    public void copy(String name, OutputStream out) throws IOException {
        IndexInput in = open.get(name.substring(name.lastIndexOf('/') + 1));
        if (in == null) throw new FileNotFoundException(name);
        try {
            CodecUtil.checksumEntireFile(in);
        } catch (IOException e) {
            throw Damage.explained(folder, e);
        }
        in.seek(0);
        byte[] buffer = new byte[1 << 16];
        for (long left = in.length(); left > 0; ) {
            int length = (int) Math.min(left, buffer.length);
            in.readBytes(buffer, 0, length);
            out.write(buffer, 0, length);
            left -= length;
        }
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(open.values());
        directory.close();
    }
}
