package dev.rung.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes to a terminal what it shows, and nothing that it obeys. Titles and texts come from other people's files: a control character among them could
 * move the cursor, rewrite what was printed before, or set the window's name. Each is written as in JSON, {@code \u005Cu001b}, so that a document which is
 * redirected to a file says the same as before. Line ends, tabs and the colours of our own help and errors go through.
 *
 * <p>Not safe for use by several threads.
 */
final class TerminalWriter extends FilterWriter {
    /** Bold, italic, underlined, back to normal, and the eight colours; nothing that hides text. */
    private static final Pattern STYLE = Pattern.compile("\u001b\\[(?:[0134]|2[1-49]|3[0-79])?m");

    private TerminalWriter(Writer out) {
        super(out);
    }

    static PrintWriter on(PrintStream stream) {
        return new PrintWriter(new TerminalWriter(new OutputStreamWriter(stream, stream.charset())), true);
    }

    static TerminalWriter on(Writer writer) {
        return new TerminalWriter(writer);
    }

    @Override
    public void write(int c) throws IOException {
        write(String.valueOf((char) c), 0, 1);
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
        write(new String(chars, offset, length), 0, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        Matcher style = STYLE.matcher(text);
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\u001b' && style.region(i, end).lookingAt()) {
                out.write(text, i, style.end() - i);
                i = style.end() - 1;
            } else if (isObeyed(c) || c == '\r' && !isOurs(text, offset, i, end)) {
                out.write(String.format("\\u%04x", (int) c));
            } else {
                out.write(c);
            }
        }
    }

    /** A progress bar begins with one, and a line may end with one. */
    private static boolean isOurs(String text, int offset, int at, int end) {
        return at == offset || at + 1 < end && text.charAt(at + 1) == '\n';
    }

    /** Control characters, and those that turn the direction of what follows. */
    private static boolean isObeyed(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069';
    }
}
