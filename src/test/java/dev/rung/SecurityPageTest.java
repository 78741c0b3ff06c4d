package dev.rung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code SECURITY.md} names tests; they exist, and hold some. */
class SecurityPageTest {
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*Test)`");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Set<String> named = NAME.matcher(Files.readString(Path.of("SECURITY.md")))
                .results()
                .map((MatchResult m) -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.filter(SecurityPageTest::holdsTests)
                    .map(f -> f.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(tests).containsAll(named);
    }

    private static boolean holdsTests(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && Pattern.compile("@(Test|ParameterizedTest|Property)\\b")
                            .matcher(Files.readString(file))
                            .find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
