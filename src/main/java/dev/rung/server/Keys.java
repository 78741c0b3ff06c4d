package dev.rung.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who may ask what. Keys are read from a file with one key a line, of which only the hash is written down:
 *
 * <pre>
 * # name   scopes                     hash of the key
 * portal   read                       sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
 * nightly  read,write                 sha256:60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752
 * </pre>
 *
 * <p>A key is 256 random bits, so a plain SHA-256 is enough: there is nothing to guess that a slow hash would have to guard. {@code rung key} makes
 * one. The file is read once, at start. Presented keys are compared with all hashes in constant time. Immutable.
 */
public final class Keys {
    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\S+)\\s+sha256:([0-9a-fA-F]{64})");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int KEY_BYTES = 32;

    private final List<Entry> entries;

    private Keys(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * One key that is known.
     *
     * @param name whose it is; appears in the log
     * @param scopes what it allows
     * @param hash SHA-256 of the key, 32 bytes
     */
    private record Entry(String name, Set<Scope> scopes, byte[] hash) {}

    /**
     * Reads a key file.
     *
     * @throws IllegalArgumentException if a line is not as described; the message names file and line
     */
    public static Keys read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            String where = file + ", line " + (i + 1) + ": ";
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        where + "should be a name, scopes separated by commas, and sha256: with 64 hexadecimal digits");
            }
            String name = name(where, parts.group(1));
            if (entries.stream().anyMatch(e -> e.name.equals(name))) {
                throw new IllegalArgumentException(where + "the name " + name + " is taken by a line above");
            }
            Set<Scope> scopes = scopes(where, parts.group(2));
            entries.add(new Entry(name, scopes, HexFormat.of().parseHex(parts.group(3))));
        }
        return new Keys(entries);
    }

    /** A fresh key, to be shown once and never stored. */
    public static String generate(SecureRandom random) {
        byte[] bits = new byte[KEY_BYTES];
        random.nextBytes(bits);
        return "rung_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /**
     * The line of a key file for a key.
     *
     * @throws IllegalArgumentException if the name or the scopes cannot be written there
     */
    public static String line(String name, String scopes, String key) {
        String words = scopes("", scopes).stream().map(Scope::word).collect(Collectors.joining(","));
        return name("", name) + " " + words + " sha256:" + HexFormat.of().formatHex(hash(key));
    }

    /**
     * Checks that a new line could stand below the others.
     *
     * @throws IllegalArgumentException if its name is taken
     */
    public void checkFree(String line) {
        String name = line.substring(0, line.indexOf(' '));
        if (entries.stream().anyMatch(e -> e.name.equals(name))) {
            throw new IllegalArgumentException("there is a key with the name " + name + " in the file already");
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whose key this is and what it allows; every hash is looked at, so that time tells nothing. */
    Optional<Caller> caller(String key) {
        byte[] hash = hash(key);
        Optional<Caller> found = Optional.empty();
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(entry.hash, hash)) found = Optional.of(Caller.withKey(entry.name, entry.scopes));
        }
        return found;
    }

    private static String name(String where, String name) {
        if (NAME.matcher(name).matches()) return name;
        throw new IllegalArgumentException(
                where + "the name " + name + " should be letters, digits, dots, hyphens, underscores, at most 64");
    }

    private static Set<Scope> scopes(String where, String words) {
        Set<Scope> known = EnumSet.complementOf(EnumSet.of(Scope.PUBLIC));
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : words.split(",", -1)) {
            scopes.add(known.stream()
                    .filter(s -> s.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(where + "the scope " + word + " should be one of "
                            + known.stream().map(Scope::word).collect(Collectors.joining(", ")))));
        }
        return scopes;
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(entries.stream().map(Entry::name).toArray());
    }
}
