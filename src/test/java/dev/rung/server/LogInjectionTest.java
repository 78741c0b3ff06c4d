package dev.rung.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A message with a stranger's text in it → the lines of the log, by the very configuration that Rung is shipped with. What the request log
 * holds of a request is in {@link RequestJournalTest}.
 */
class LogInjectionTest {
    private static LoggerContext context;

    @BeforeAll
    static void read() throws Exception {
        context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(
                java.nio.file.Path.of("src/main/resources/logback.xml").toFile());
    }

    private static String line(String message, Exception trace) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var appender = (ConsoleAppender<ch.qos.logback.classic.spi.ILoggingEvent>) root.getAppender("words");
        var event = new LoggingEvent(
                "test", context.getLogger("dev.rung.Test"), Level.WARN, "{}", trace, new Object[] {message});
        return new String(appender.getEncoder().encode(event), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n12:00:00.000 ERROR Forged: all is lost",
                "a\r12:00:00.000 ERROR Forged: all is lost",
                "a\u0085b",
                "a\u2028b",
                "a\u001b[2Jb",
                "a\u009b2Jb",
                "a\u202eb\u2066c",
                "a\u0000b"
            })
    void aMessageIsOneLineOfPlainText(String message) {
        assertThat(line(message, null))
                .endsWith("\n")
                .hasLineCount(1)
                .contains("Test: a?")
                .doesNotContainPattern("[\\p{Cntrl}\\u0080-\\u009f\\u2028-\\u202e\\u2066-\\u2069&&[^\\n]]");
    }

    @Test
    void noLineOfATraceLooksLikeAnother() {
        String text = line("x", new IllegalStateException("bad\n12:00:00.000 ERROR Forged: all is lost\r\u001b[2J"));

        List<String> lines = text.lines().toList();
        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(lines.get(1)).isEqualTo("java.lang.IllegalStateException: bad");
        assertThat(lines.subList(2, lines.size())).allMatch(l -> l.startsWith("  | "));
        assertThat(text)
                .contains("  | 12:00:00.000 ERROR Forged")
                .contains("  | \tat ")
                .doesNotContain("\r", "\u001b");
    }
}
