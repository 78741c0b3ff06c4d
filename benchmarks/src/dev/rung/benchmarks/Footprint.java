package dev.rung.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much room a process takes in memory, as Linux tells it, in MB.
 *
 * @param resident heap, code, and the part of mapped files that was read
 * @param mapped the part that is mapped files, which the system takes back when others need the room
 */
public record Footprint(long resident, long mapped) {
    public static Footprint ofThisProcess() throws IOException {
        return of(ProcessHandle.current().pid());
    }

    public static Footprint of(long process) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/" + process + "/status"));
        return new Footprint(megabytes(lines, "VmRSS:"), megabytes(lines, "RssFile:"));
    }

    private static long megabytes(List<String> lines, String name) {
        return lines.stream()
                .filter(l -> l.startsWith(name))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElseThrow();
    }

    /** Of all files of a folder, in MB. */
    public static long onDisk(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(f -> f.toFile().length())
                            .sum()
                    >> 20;
        }
    }
}
