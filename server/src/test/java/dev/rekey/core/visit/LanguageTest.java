package dev.rekey.core.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "de, GERMAN",
    "de-AT, GERMAN",
    "pt_BR, PORTUGUESE",
    "CS, CZECH",
    "fr_FR.UTF-8, FRENCH"
  })
  void aTagIsKnownByItsPrimarySubtag(String tag, Language language) {
    assertThat(Language.of(tag)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "deu", "german", "it", "x-de", "\u0000", "i-default"})
  void anotherTagIsNone(String tag) {
    assertThat(Language.of(tag)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pl                         | POLISH",
        "it, fr;q=0.8, de;q=0.9     | GERMAN",
        "es-MX,es;q=0.9,en;q=0.8    | SPANISH",
        "de;q=0, cs;q=0.1           | CZECH",
      })
  void aBrowserGetsTheBestOfThoseThatItAsksFor(String header, Language language) {
    assertThat(Language.asked(header)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "it", ";;;", "de;q=x", "de;q=0", "\u00e4"})
  void aHeaderThatSaysNothingIsNoMistake(String header) {
    assertThat(Language.asked(header)).isEmpty();
  }

  @Test
  void theAccountGoesBeforeTheBrowser() {
    assertThat(Language.of(profile("language", "pl"), visit(Optional.of(Language.FRENCH))))
        .contains(Language.POLISH);
    assertThat(Language.of(profile("locale", "de-CH"), visit(Optional.of(Language.FRENCH))))
        .contains(Language.GERMAN);
  }

  @Test
  void theBrowserSpeaksWhereTheAccountIsSilent() {
    assertThat(Language.of(profile("language", "tlh"), visit(Optional.of(Language.FRENCH))))
        .contains(Language.FRENCH);
    assertThat(Language.of(Profile.empty(), visit(Optional.empty()))).isEmpty();
  }

  private static Profile profile(String field, String value) {
    return new Profile(Map.of(field, value));
  }

  private static Visit visit(Optional<Language> language) {
    return new Visit(Realm.MAIN, "own", new Origin("192.0.2.7", "", language), Optional.empty());
  }
}
