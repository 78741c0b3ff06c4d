package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A card over HTTP, and as a page that shows hostile text as text. */
class CardPageTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static Running rung;

    @BeforeAll
    static void start() {
        Catalogue catalogue = Running.filled();
        Running.fill(catalogue, Kind.CREDENTIALS, """
                {"id":"hostile","title":"<script>alert(1)</script>","description":"\\" onload=x `<b>`","issuer":{"id":"x","name":"<img src=x>","url":"javascript:alert(1)"},"nqf":"<i>level</i>","outcomes":[{"skill":"sql","text":"<svg/onload=x>"}],"entry":{"note":"</dd><script>"},"stacksInto":[{"award":"hygiene-2","agreement":"<u>"}],"recognisedBy":["<s>"]}
                {"id":"https://example.org/c?a=1&b=2","title":"With an address for an id","issuer":{"id":"x","name":"X","url":"https://example.org/x"},"outcomes":[{"skill":"sql","level":"foundation"}],"workload":{"hours":70}}
                """);
        rung = Running.over(catalogue, c -> c);
    }

    @AfterAll
    static void stop() {
        rung.close();
    }

    @Test
    void hostileTextIsText() {
        String html = rung.get("/credentials/hostile").text();
        // Without the bar, which has a picture of its own and nothing of the catalogue.
        assertThat(html.replaceFirst("(?s)<header class=\"bar\">.*?</header>", ""))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;svg/onload=x&gt;", "&lt;img src=x&gt;")
                .doesNotContain("<script", "<img", "<svg", "<i>", "<u>", "<s>", "javascript:");
    }

    @Test
    void thePageRunsNothingAndTakesNothingFromElsewhere() {
        var reply = rung.get("/credentials/hygiene-2");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(reply.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("script-src", "unsafe");
        assertThat(reply.text())
                .contains(
                        "<html lang=\"en\">", "<main id=\"main\"", "<h1>Food hygiene, level 2</h1>", "Invented example")
                .contains("no promise of employment")
                .doesNotContain("<script", " style=", " onclick=");
    }

    @Test
    void itsLinksLeadSomewhere() {
        int followed = 0;
        for (String page : new String[] {"/credentials/sql-1", "/credentials/hostile"}) {
            Matcher reference = REFERENCE.matcher(rung.get(page).text());
            while (reference.find()) {
                String target = reference.group(1);
                if (target.startsWith("https:")) continue;
                assertThat(rung.get(target).status()).as(target).isEqualTo(200);
                followed++;
            }
        }
        assertThat(followed).isGreaterThan(5);
    }

    @Test
    void whatIsNotThereIsSaidToBeNotThere() {
        assertThat(rung.get("/credentials/nobody").status()).isEqualTo(404);
        assertThat(rung.get("/credentials/nobody").text()).contains("No such credential");
        rung.get("/v1/credentials/nobody/card").problem(404);
        rung.get("/v1/credentials/nobody/similar").problem(404);
        rung.post("/v1/credentials/nobody/card", "{}").problem(404);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThat(rung.get("/v1/credentials/sql-1/card?asOf=today")
                        .problem(422)
                        .at("/errors/0/parameter")
                        .textValue())
                .isEqualTo("asOf");
        rung.get("/v1/credentials/sql-1/similar?limit=0").problem(422);
        rung.get("/v1/credentials/sql-1/card?day=1").problem(422);
        rung.post("/v1/credentials/sql-1/card", "{\"nonsense\":1}").problem(422);
    }

    @Test
    void anAnswerThatTheCallerHasIsNotSentAgain() {
        for (String path :
                new String[] {"/v1/credentials/sql-1/card", "/v1/credentials/sql-1/similar", "/credentials/sql-1"}) {
            String tag = rung.get(path).header("ETag").orElseThrow();
            assertThat(rung.send(rung.request(path).header("If-None-Match", tag))
                            .status())
                    .isEqualTo(304);
            assertThat(rung.get(path).text()).isEqualTo(rung.get(path).text());
        }
    }

    @Test
    void forSomebodyItSaysWhatItOpens() {
        var you = rung.post("/v1/credentials/hygiene-2/card", "{\"skills\":[{\"skill\":\"bake\"}]}")
                .json()
                .path("you");

        assertThat(you.path("held").booleanValue()).isFalse();
        assertThat(you.path("opens").intValue()).isEqualTo(1);
        assertThat(you.path("reachableNow").intValue()).isEqualTo(1);
        assertThat(you.at("/adds/0/skill").textValue()).isEqualTo("hygiene");
    }

    @Test
    void idsThatAreAddressesWork() {
        String path = "/v1/credentials/https%3A%2F%2Fexample.org%2Fc%3Fa%3D1%26b%3D2/card";

        assertThat(rung.get(path).json().at("/credential/id").textValue()).isEqualTo("https://example.org/c?a=1&b=2");
    }
}
