package dev.rung.upkeep;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One file of a backup, as it was when this was made: whatever is appended to the file afterwards, or takes its place, is not in it.
 *
 * <p>For one thread.
 */
public interface Part extends Closeable {
    /** Its name in the data folder, with slashes. */
    String name();

    /** Writes its content.
     *
     * @throws IOException if it cannot be read, or is damaged
     */
    void copyTo(OutputStream out) throws IOException;

    @Override
    void close() throws IOException;

    /** A file that is made for the backup. */
    static Part of(String name, String content) {
        return new Part() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void copyTo(OutputStream out) throws IOException {
                out.write(content.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    /** A file that is replaced in one step when it changes; none if there is no such file. */
    static Optional<Part> whole(Path folder, String name) throws IOException {
        return OpenFile.of(folder, name, false);
    }

    /** A file that lines are appended to, up to the last whole line; none if there is no such file. */
    static Optional<Part> lines(Path folder, String name) throws IOException {
        return OpenFile.of(folder, name, true);
    }

    /** A file that was opened, up to some length. */
    final class OpenFile implements Part {
        private final String name;
        private final FileChannel channel;
        private final long length;

        private OpenFile(String name, FileChannel channel, long length) {
            this.name = name;
            this.channel = channel;
            this.length = length;
        }

        private static Optional<Part> of(Path folder, String name, boolean wholeLines) throws IOException {
            try {
                FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.READ);
                long size = channel.size();
                return Optional.of(new OpenFile(name, channel, wholeLines ? lastLine(channel, size) : size));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }

        private static long lastLine(FileChannel channel, long size) throws IOException {
            ByteBuffer one = ByteBuffer.allocate(1);
            for (long end = size; end > 0; end--) {
                one.clear();
                channel.read(one, end - 1);
                if (one.get(0) == '\n') return end;
            }
            return 0;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void copyTo(OutputStream out) throws IOException {
            channel.position(0);
            InputStream in = Channels.newInputStream(channel);
            byte[] buffer = new byte[1 << 16];
            for (long left = length; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) throw new IOException(name + " became shorter while it was read");
                out.write(buffer, 0, read);
                left -= read;
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
