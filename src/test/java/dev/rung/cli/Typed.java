package dev.rung.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.rung.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** What came of a command: its exit status, and what it said on standard output and standard error. */
record Typed(int status, String out, String err) {
    /** Runs a command in this process. */
    static Typed rung(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Rung.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int status = line.execute(args);
        return new Typed(status, out.toString(), err.toString());
    }

    /** Runs a command in a process of its own, with this on its standard input. */
    static Typed process(Path folder, String input, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Rung.class.getName()));
        command.addAll(List.of(args));
        Path in = folder.resolve("in");
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        java.nio.file.Files.writeString(in, input);
        int status = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Typed(status, java.nio.file.Files.readString(out), java.nio.file.Files.readString(err));
    }

    /** Standard output as the one JSON document that it must be. */
    JsonNode json() {
        try (MappingIterator<JsonNode> documents =
                Json.mapper().readerFor(JsonNode.class).readValues(out)) {
            List<JsonNode> all = documents.readAll();
            if (all.size() != 1) throw new AssertionError(all.size() + " documents: " + out);
            return all.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + out, e);
        }
    }
}
