package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.web.http.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The page, with a small one from the tests in place of the real. */
class PagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final Pages pages = new Pages("io/klamm/web/testpage/");

    private static String body(Answer answer) {
        return new String(answer.pieces().get(0), StandardCharsets.UTF_8);
    }

    @Test
    void index_prefixed_hasItsBase() {
        assertThat(body(pages.answer("/", null, null, null))).contains("<base href=\"/\"");
        assertThat(body(pages.answer("/", null, null, "/kafka/klamm"))).contains("<base href=\"/kafka/klamm/\"");
    }

    @Test
    void index_prefixHostile_isIgnored() {
        for (String prefix : new String[] {"\"><script>", "//evil.example", "http://evil.example", "/../x", "/a\n"}) {
            assertThat(body(pages.answer("/", null, null, prefix))).contains("<base href=\"/\"");
        }
    }

    @Test
    void asset_hashed_isKeptForGood() {
        Answer answer = pages.answer("/assets/main-4f2a.js", null, null, null);

        assertThat(answer.contentType()).isEqualTo("text/javascript; charset=utf-8");
        assertThat(answer.headers()).containsEntry("Cache-Control", "public, max-age=31536000, immutable");
        assertThat(body(answer)).contains("plain");
    }

    @Test
    void asset_compressed_isServedToWhomItSuits() {
        Answer answer = pages.answer("/assets/main-4f2a.js", null, "gzip, br", null);

        assertThat(answer.headers()).containsEntry("Content-Encoding", "gzip").containsEntry("Vary", "Accept-Encoding");
        assertThat(body(answer)).contains("stands for gzip");
    }

    @Test
    void asset_missing_isNotFoundEvenForABrowser() {
        assertThat(pages.answer("/assets/gone-1234.js", BROWSER, null, null).status())
                .isEqualTo(404);
        assertThat(pages.answer("/assets/", BROWSER, null, null).status()).isEqualTo(404);
    }

    @Test
    void route_openedByABrowser_isThePage() {
        Answer answer = pages.answer("/clusters/main/groups/a%2Fb", BROWSER, null, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Cache-Control", "no-cache");
        assertThat(body(answer)).contains("test page");
    }

    @Test
    void route_askedForByAProgram_isNotFound() {
        assertThat(pages.answer("/clusters/main", "application/json", null, null)
                        .status())
                .isEqualTo(404);
        assertThat(pages.answer("/clusters/main", null, null, null).status()).isEqualTo(404);
    }

    @Test
    void index_notBuilt_saysHow() {
        Answer answer = new Pages("io/klamm/web/nothing/").answer("/", null, null, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(body(answer)).contains("-Dskip.ui").contains("href=\"metrics\"");
    }
}
