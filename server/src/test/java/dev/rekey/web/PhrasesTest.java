package dev.rekey.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.visit.Language;
import dev.rekey.page.Phrases;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {

  private static final Phrases ENGLISH = Phrases.of(Language.ENGLISH);

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageSaysTheSameThings(Language language) {
    assertThat(Phrases.of(language).keys()).isEqualTo(ENGLISH.keys());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPhraseHasTheSamePlaces(Language language) {
    Phrases phrases = Phrases.of(language);

    for (String key : ENGLISH.keys()) {
      assertThat(places(phrases, key)).as(key).isEqualTo(places(ENGLISH, key));
    }
  }

  /** A straight apostrophe means something else to a format. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void apostrophesAreTypographicOnes(Language language) {
    Phrases phrases = Phrases.of(language);

    for (String key : phrases.keys()) {
      assertThat(phrases.say(key)).as(key).doesNotContain("'").isNotBlank();
    }
  }

  private static TreeSet<String> places(Phrases phrases, String key) {
    TreeSet<String> found = new TreeSet<>();
    String text = phrases.say(key);
    for (int i = 0; i < 4; i++) {
      if (text.contains("{" + i)) {
        found.add(Integer.toString(i));
      }
    }
    assertThat(new MessageFormat(text, Locale.ROOT).getFormats().length >= found.size()).isTrue();
    return found;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aBrowserGetsItsOwnLanguage(Language language) {
    assertThat(Dressed.in(language.tag() + "-XX, xx;q=0.9").language()).isEqualTo(language.tag());
  }
}
