package dev.rekey.dialect.own;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that is made of the document. */
class ManualTest {

  private final Scene scene = new Scene();
  private final Response response = scene.manual("/rekey/docs", Fields.none());
  private final String page = new String(response.body(), UTF_8);

  @Test
  void itWorksWithoutScriptsAndWithoutAnyOtherHost() {
    assertThat(response.status()).isEqualTo(200);
    assertThat(page).doesNotContain("<script").doesNotContain(" style=").doesNotContain("onclick");
    assertThat(all("(?:src|href)=\"([^\"]*)\""))
        .isNotEmpty()
        .allMatch(link -> link.startsWith("#") || link.startsWith("/rekey/"));
    assertThat(response.headers().first("content-security-policy"))
        .contains(
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'");
  }

  @Test
  void itShowsEveryOperationProblemAndShape() {
    Document document = Document.kept();
    document
        .root()
        .findValuesAsString("operationId")
        .forEach(id -> assertThat(page).contains("<article id=\"" + id + "\">"));
    List.of(ProblemType.values())
        .forEach(type ->
            assertThat(page)
                .contains("id=\"problem-" + type.uri().substring(Words.PROBLEM.length())));
    document
        .root()
        .at("/components/schemas")
        .propertyNames()
        .forEach(name -> assertThat(page).contains("id=\"shape-" + name + "\""));
  }

  @Test
  void everyLinkWithinItLeadsSomewhere() {
    assertThat(all("id=\"([^\"]*)\"")).doesNotHaveDuplicates();
    assertThat(all("id=\"([^\"]*)\"")).containsAll(all("href=\"#([^\"]*)\""));
  }

  @Test
  void itsStylesheetIsThere() {
    Response style = scene.manual("/rekey/docs/style.css", Fields.none());

    assertThat(style.status()).isEqualTo(200);
    assertThat(style.headers().first("content-type")).contains("text/css; charset=utf-8");
    assertThat(new String(style.body(), UTF_8)).doesNotContain("url(").doesNotContain("@import");
  }

  @Test
  void whatIsKnownAlreadyIsNotSentAgain() {
    String etag = response.headers().first("etag").orElseThrow();

    assertThat(scene.manual("/rekey/docs", Fields.none().with("if-none-match", etag)).status())
        .isEqualTo(304);
  }

  private List<String> all(String regex) {
    return Pattern.compile(regex).matcher(page).results().map(one -> group(one)).toList();
  }

  private static String group(MatchResult match) {
    return match.group(1);
  }
}
