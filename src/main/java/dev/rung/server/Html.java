package dev.rung.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes HTML. Everything but {@link #raw} is escaped. Not safe for use by several threads. */
final class Html {
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    private final StringBuilder out = new StringBuilder();

    Html begin(String title) {
        raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        raw("<link rel=\"icon\" href=\"/web/common/rung.svg\" type=\"image/svg+xml\">");
        return element("title", title)
                .raw("<link rel=\"stylesheet\" href=\"/web/common/rung.css\"></head><body class=\"document\">\n");
    }

    String end() {
        return raw("</body></html>\n").out.toString();
    }

    /** Markup, as it is. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(text.charAt(i));
            }
        }
        return this;
    }

    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
    }

    Html heading(String name, String id, String text) {
        return raw("<" + name + " id=\"").text(id).raw("\">").text(text).raw("</" + name + ">\n");
    }

    Html link(String target, String text) {
        return raw("<a href=\"").text(target).raw("\">").text(text).raw("</a>");
    }

    /** Text in which backquotes mark code. */
    Html inline(String text) {
        Matcher code = CODE.matcher(text);
        int from = 0;
        while (code.find()) {
            text(text.substring(from, code.start()))
                    .raw("<code>")
                    .text(code.group(1))
                    .raw("</code>");
            from = code.end();
        }
        return text(text.substring(from));
    }

    /** Paragraphs with empty lines between. */
    Html paragraphs(String text) {
        for (String paragraph : text.strip().split("\n\\s*\n")) {
            if (!paragraph.isBlank()) raw("<p>").inline(paragraph.strip()).raw("</p>\n");
        }
        return this;
    }

    /** The beginning of a table with these heads; {@code </tbody></table>} ends it. */
    Html table(String... heads) {
        raw("<table><thead><tr>");
        for (String head : heads) raw("<th scope=\"col\">").text(head).raw("</th>");
        return raw("</tr></thead><tbody>\n");
    }
}
