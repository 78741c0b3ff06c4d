package dev.rung.server;

import dev.rung.credential.Credential;
import dev.rung.credential.CreditPoints;
import dev.rung.match.CredentialCard;
import dev.rung.match.CredentialCard.Fact;
import dev.rung.match.CredentialCard.Meaning;
import dev.rung.match.CredentialCard.Near;
import dev.rung.match.CredentialCard.Stack;
import dev.rung.match.CredentialCard.Topic;
import dev.rung.match.SimilarCredentials.Difference;
import dev.rung.match.SimilarCredentials.Similar;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@link CredentialCard} as a page to read. Plain HTML: no script, no style of its own, nothing from elsewhere. Whatever the catalogue says is text,
 * and of its links only web addresses are followed.
 */
final class CardPage {
    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private final CredentialCard card;
    private final Credential credential;
    private final Html html = new Html();

    private CardPage(CredentialCard card) {
        this.card = card;
        this.credential = card.credential();
    }

    static String of(CredentialCard card) {
        return new CardPage(card).page();
    }

    /** The page for a credential that there is not. */
    static String ofNone() {
        Html html = new Html().begin("No such credential", "");
        html.element("h1", "No such credential");
        html.element("p", "This catalogue has no credential with this id.");
        return html.endMain().end();
    }

    private String page() {
        html.begin(credential.title() + ": what it is worth", "");
        html.element("h1", credential.title());
        html.raw("<p>").text("Awarded by ");
        issuer();
        if (credential.illustrative()) html.raw(" <span class=\"mark\">Invented example, not on offer</span>");
        html.raw("</p>").element("p", card.sentence());
        credential.description().ifPresent(html::paragraphs);
        facts();
        teaches();
        assessment();
        stacks("This counts towards", card.stacksInto());
        stacks("These count towards it", card.takesIn());
        nearest();
        similar();
        html.endMain()
                .raw("<footer class=\"foot document\"><p>")
                .text("Counted on " + card.asOf() + " in generation " + card.generation()
                        + " of this catalogue. This is no promise of employment. ")
                .link("/v1/credentials/" + encoded(credential.id()) + "/card", "The same as JSON");
        return html.raw("</p></footer>").end();
    }

    private void issuer() {
        Optional<String> address = credential.issuer().url().filter(CardPage::isWebAddress);
        if (address.isEmpty()) {
            html.text(credential.issuer().name());
            return;
        }
        html.raw("<a rel=\"noopener noreferrer\" href=\"").text(address.get()).raw("\">");
        html.text(credential.issuer().name()).raw("</a>");
    }

    private static boolean isWebAddress(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    private void facts() {
        html.raw("<section aria-labelledby=\"worth\">").heading("h2", "worth", "What it is worth");
        html.raw("<dl class=\"card\">\n");
        for (Fact fact : card.facts()) {
            html.raw("<div>").element("dt", fact.label());
            html.raw(fact.known() ? "<dd>" : "<dd class=\"unknown\">").text(fact.text());
            html.raw("</dd></div>\n");
        }
        html.raw("</dl></section>\n");
    }

    private void teaches() {
        html.raw("<section aria-labelledby=\"teaches\">").heading("h2", "teaches", "What it teaches");
        if (card.teaches().isEmpty()) {
            html.element("p", "No learning outcomes are stated.").raw("</section>\n");
            return;
        }
        html.table("Skill", "Level", "Roles that ask for it", "Open jobs that ask for it");
        for (Topic topic : card.teaches()) {
            html.raw("<tr><th scope=\"row\">")
                    .text(topic.label().or(topic::text).orElse(""));
            if (topic.label().isPresent()) {
                topic.text()
                        .ifPresent(t ->
                                html.raw("<br><span class=\"quiet\">").text(t).raw("</span>"));
            }
            html.raw("</th>").element("td", topic.level().name().toLowerCase(Locale.ROOT));
            html.element("td", topic.roles().map(String::valueOf).orElse("not counted"));
            html.element("td", topic.jobs().map(String::valueOf).orElse("not counted"))
                    .raw("</tr>\n");
        }
        html.raw("</tbody></table></section>\n");
    }

    private void assessment() {
        if (card.assessment().isEmpty()) return;
        html.raw("<section aria-labelledby=\"assessment\">")
                .heading("h2", "assessment", "What its assessment says about a holder")
                .raw("<dl class=\"card\">\n");
        for (Meaning meaning : card.assessment()) {
            String kind = meaning.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            html.raw("<div>").element("dt", kind).element("dd", meaning.means()).raw("</div>\n");
        }
        html.raw("</dl></section>\n");
    }

    private void stacks(String heading, List<Stack> stacks) {
        if (stacks.isEmpty()) return;
        html.element("h2", heading).raw("<ul>\n");
        for (Stack stack : stacks) {
            html.raw("<li>");
            if (stack.title().isPresent())
                credential(stack.credential(), stack.title().get());
            else html.text(stack.credential());
            html.text(": " + stack.agreement());
            CreditPoints.inWords(CreditPoints.byUnit(stack.ects(), stack.credits()))
                    .ifPresent(credit -> html.text(" (" + credit + ")"));
            html.raw("</li>\n");
        }
        html.raw("</ul>\n");
    }

    private void nearest() {
        if (card.opens().nearest().isEmpty()) return;
        html.element("h2", "Roles that it answers most of").raw("<ul>\n");
        for (Near role : card.opens().nearest()) {
            html.element("li", role.title() + ", " + Math.round(100 * role.share()) + " % of what it asks");
        }
        html.raw("</ul>\n");
    }

    private void similar() {
        if (card.similar().isEmpty()) return;
        html.raw("<section aria-labelledby=\"similar\">")
                .heading("h2", "similar", "What teaches the same")
                .raw("<ul>\n");
        for (Similar other : card.similar()) {
            html.raw("<li>");
            credential(other.id(), other.title());
            html.text(", " + other.issuer());
            String grade = other.grade().name().toLowerCase(Locale.ROOT).replace('_', '-');
            html.raw(" <span class=\"mark\">").text(grade).raw("</span>");
            if (other.illustrative()) html.raw(" <span class=\"mark\">invented example</span>");
            html.raw("<br>").text(other.sentence());
            for (Difference difference : other.differences()) {
                html.raw("<br><span class=\"quiet\">")
                        .text(difference.key() + ": " + difference.here() + " here, " + difference.there() + " there")
                        .raw("</span>");
            }
            html.raw("</li>\n");
        }
        html.raw("</ul></section>\n");
    }

    private void credential(String id, String title) {
        html.link("/credentials/" + encoded(id), title);
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
