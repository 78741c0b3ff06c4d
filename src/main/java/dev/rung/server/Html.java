package dev.rung.server;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes HTML. Everything but {@link #raw} is escaped. Not safe for use by several threads. */
final class Html {
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    /** The pages, as in {@code bar.js}: name in its words, address. */
    private static final List<Map.Entry<String, String>> PAGES = List.of(
            Map.entry("Next step", "/"),
            Map.entry("Find people", "/recruiter"),
            Map.entry("Operation", "/operator"),
            Map.entry("Interface", "/docs"));

    private final StringBuilder out = new StringBuilder();

    /**
     * The beginning of a page, up to and with the bar that all pages have.
     *
     * @param address of the page, if it is one of those that the bar names
     */
    Html begin(String title, String address) {
        raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        raw("<link rel=\"icon\" href=\"/web/common/rung.svg\" type=\"image/svg+xml\">");
        return element("title", title)
                .raw("<link rel=\"stylesheet\" href=\"/web/common/rung.css\"></head><body>\n")
                .raw("<a class=\"skip\" href=\"#main\">Skip to the content</a>\n")
                .bar(address)
                .raw("<main id=\"main\" tabindex=\"-1\" class=\"document\">\n");
    }

    private Html bar(String address) {
        raw("<header class=\"bar\"><div><a class=\"brand\" href=\"/\">");
        raw("<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M6 2v20M18 2v20M6 6.5h12M6 12h12M6 17.5h12\"");
        raw(" stroke=\"currentColor\" stroke-width=\"2.6\" stroke-linecap=\"round\" fill=\"none\"/></svg>Rung</a>");
        raw("<nav aria-label=\"Pages\"><ul>");
        for (Map.Entry<String, String> page : PAGES) {
            raw("<li><a href=\"" + page.getValue() + "\"");
            raw(page.getValue().equals(address) ? " aria-current=\"page\">" : ">");
            text(page.getKey()).raw("</a></li>");
        }
        return raw("</ul></nav></div></header>\n");
    }

    /** The end of what a page is about; a footer may follow. */
    Html endMain() {
        return raw("</main>\n");
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
