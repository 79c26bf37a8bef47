package dev.rekey.migrate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.migrate.conformance.Stage.Setting;
import dev.rekey.transcript.Site;
import dev.rekey.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who can play whom in a story. */
class GivenAccountsTest {

  private static final Map<String, String> ACTOR =
      Map.of(
          "email", "z+1@old.example",
          "password", "other one",
          "number", "90210",
          "role", "operator");

  private static Transcript story(String accounts, String request) {
    return Transcript.parse(
        "devise/trial", accounts + "\n>>> ask\n" + request + "\n<<<\n200\n~anybody\n");
  }

  private static Setting set(Transcript story, List<Map<String, String>> given) {
    return new GivenAccounts(Site.local(1), Map.of(), new Letters(Optional.empty()), given)
        .set(story);
  }

  @Test
  void theStoryIsToldInTheNamesOfThosePlayingIt() {
    Transcript story =
        story(
            "@account role=operator number=1932 email=a@b.example password=\"first one\"",
            "POST /users/1932?email=a%40b.example&x=19321 HTTP/1.1\n\n"
                + "{\"email\":\"a@b.example\",\"password\":\"first one\",\"id\":1932}");

    assertThat(set(story, List.of(ACTOR)))
        .isInstanceOfSatisfying(
            Setting.Ready.class,
            ready -> {
              Transcript.Asked asked = ready.story().exchanges().getFirst().asked();
              assertThat(asked.line())
                  .isEqualTo("POST /users/90210?email=z%2B1%40old.example&x=19321 HTTP/1.1");
              assertThat(asked.body())
                  .isEqualTo(
                      "{\"email\":\"z+1@old.example\",\"password\":\"other one\",\"id\":90210}");
              assertThat(ready.secrets()).containsExactly("other one");
            });
  }

  @Test
  void whatIsMissingIsNamedAndNoPasswordWithIt() {
    for (String part :
        List.of(
            "role=driver email=a@b.example password=\"first one\"",
            "role=operator email=a@b.example password=\"first one\" first_name=Ada",
            "role=operator number=7 email=a@b.example password=\"first one\"",
            "role=operator email=a@b.example password=\"first one\" disabled=true")) {
      assertThat(set(story("@account " + part, "GET / HTTP/1.1"), List.of(ACTOR)))
          .as(part)
          .isInstanceOfSatisfying(
              Setting.Missing.class,
              missing ->
                  assertThat(missing.reason())
                      .contains("email=a@b.example")
                      .doesNotContain("one\""));
    }
  }

  @Test
  void anAccountPlaysOnce() {
    GivenAccounts stage =
        new GivenAccounts(Site.local(1), Map.of(), new Letters(Optional.empty()), List.of(ACTOR));
    Transcript story = story("@account role=operator email=a@b.example", "GET / HTTP/1.1");

    assertThat(stage.set(story)).isInstanceOf(Setting.Ready.class);
    assertThat(stage.set(story)).isInstanceOf(Setting.Missing.class);
  }

  @Test
  void settingsAndLettersAreAskedFor() {
    assertThat(set(story("@setting mounts.devise.paranoid=false", "GET / HTTP/1.1"), List.of()))
        .isEqualTo(
            new Setting.Missing(
                "needs a server with mounts.devise.paranoid=false (--has says that it is so)"));
    assertThat(set(story("", "GET /?t={{mail:reset}} HTTP/1.1"), List.of()))
        .isEqualTo(new Setting.Missing("needs the server's letters (--mail names the folder)"));
  }
}
