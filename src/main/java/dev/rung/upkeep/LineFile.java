package dev.rung.upkeep;

import dev.rung.json.Durable;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks after a file that lines are appended to.
 *
 * <pre>{@code
 * LineFile.look(events, EventLog::isWhole);   // whole 41, damaged [17], torn 12
 * LineFile.mend(events, EventLog::isWhole);   // events.log.damaged-1, with the line and the 12 bytes; the file has the others
 * }</pre>
 */
public final class LineFile {
    private static final int MOST_NAMED = 20;

    private LineFile() {}

    /**
     * What is in a file.
     *
     * @param whole how many lines are as they were written
     * @param damaged numbers of the others, from 1; the first {@value #MOST_NAMED}
     * @param damagedInAll how many there are
     * @param torn bytes after the last end of a line: a write that was cut off and never acknowledged
     */
    public record Report(long whole, List<Long> damaged, long damagedInAll, long torn) {
        public Report {
            damaged = List.copyOf(damaged);
        }

        /** Whether every line is whole. */
        public boolean isWhole() {
            return damagedInAll == 0 && torn == 0;
        }

        /** What is wrong, as the trouble of a part; nothing if all is well. */
        public List<Trouble> troubles(String part, String file) {
            List<Trouble> troubles = new ArrayList<>();
            if (damagedInAll > 0) {
                String more = damagedInAll > damaged.size() ? " and " + (damagedInAll - damaged.size()) + " more" : "";
                troubles.add(Trouble.damage(
                        part,
                        file,
                        "cannot be read in " + (damagedInAll == 1 ? "line " : "lines ") + text(damaged) + more,
                        "rung check --repair puts what is damaged into a file beside it and keeps the " + whole
                                + " other lines; a backup may have the rest"));
            }
            if (torn > 0) {
                troubles.add(Trouble.note(
                        part,
                        file,
                        "ends with " + torn + " bytes of a line that was cut off, and so never acknowledged",
                        "the next start drops them"));
            }
            return troubles;
        }

        private static String text(List<Long> numbers) {
            return numbers.toString().replaceAll("[\\[\\]]", "");
        }
    }

    @FunctionalInterface
    private interface Visitor {
        void line(byte[] bytes, boolean hasEnd) throws IOException;
    }

    /** Reads a file to its end; one that is not there has nothing. */
    public static Report look(Path file, Predicate<byte[]> isWhole) throws IOException {
        long[] counts = new long[4];
        List<Long> damaged = new ArrayList<>();
        each(file, (line, hasEnd) -> {
            counts[0]++;
            if (!hasEnd) counts[3] = line.length;
            else if (isWhole.test(line)) counts[1]++;
            else if (counts[2]++ < MOST_NAMED) damaged.add(counts[0]);
        });
        return new Report(counts[1], damaged, counts[2], counts[3]);
    }

    /**
     * Puts what is not whole into a file beside it, and then a file of the others in its place, in one step.
     *
     * @return the file beside it; none if there was nothing to do
     */
    public static Optional<Path> mend(Path file, Predicate<byte[]> isWhole) throws IOException {
        if (look(file, isWhole).isWhole()) return Optional.empty();
        Path aside = freeName(file);
        Path mended = file.resolveSibling(file.getFileName() + ".mended");
        try (FileChannel good = open(mended);
                FileChannel bad = open(aside);
                OutputStream whole = new BufferedOutputStream(Channels.newOutputStream(good));
                OutputStream damaged = new BufferedOutputStream(Channels.newOutputStream(bad))) {
            each(file, (line, hasEnd) -> {
                OutputStream out = hasEnd && isWhole.test(line) ? whole : damaged;
                out.write(line);
                out.write('\n');
            });
            whole.flush();
            damaged.flush();
            good.force(true);
            bad.force(true);
        }
        Durable.keepName(aside);
        Durable.replace(mended, file);
        return Optional.of(aside);
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    /** A name beside a file for what is taken out of its way: {@code events.log.damaged-1}. */
    public static Path freeName(Path file) {
        int number = 1;
        while (Files.exists(file.resolveSibling(file.getFileName() + ".damaged-" + number))) number++;
        return file.resolveSibling(file.getFileName() + ".damaged-" + number);
    }

    private static void each(Path file, Visitor visitor) throws IOException {
        if (!Files.exists(file)) return;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    visitor.line(line.toByteArray(), true);
                    line.reset();
                } else {
                    line.write(b);
                }
            }
            if (line.size() > 0) visitor.line(line.toByteArray(), false);
        }
    }
}
