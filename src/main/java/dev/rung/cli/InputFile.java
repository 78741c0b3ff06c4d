package dev.rung.cli;

import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A JSON document that a command was told to read.
 *
 * @param what it holds, such as {@code profile}
 * @param name of the file; {@code -} for standard input
 * @param command that was told so
 */
record InputFile(String what, String name, CommandSpec command) {
    /** The document as a record of a type. */
    <T> T read(Class<T> type) throws IOException {
        try {
            if (!isStandardInput() && Files.isDirectory(Path.of(name))) {
                throw new ParameterException(
                        command.commandLine(), name + " is a folder; name the file with the " + what + ".");
            }
            byte[] bytes = isStandardInput() ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
            return Json.read(bytes, type);
        } catch (NoSuchFileException e) {
            throw new ParameterException(command.commandLine(), "There is no file " + name + ".");
        } catch (InvalidJson e) {
            throw unreadable(e);
        }
    }

    /** For the person who typed the command. */
    ParameterException unreadable(InvalidJson why) {
        return new ParameterException(
                command.commandLine(),
                "The " + what + (isStandardInput() ? " on standard input" : " in " + name) + " cannot be read: "
                        + why.getMessage());
    }

    private boolean isStandardInput() {
        return name.equals("-");
    }
}
