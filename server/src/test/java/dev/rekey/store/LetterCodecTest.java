package dev.rekey.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rekey.core.letter.Letter;
import dev.rekey.core.store.Story;
import dev.rekey.core.visit.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Letters outlive the server that wrote them; the stores' contracts show that each kind does. */
class LetterCodecTest {

  private final LetterCodec codec = new LetterCodec();

  @Test
  void aLetterOfTheFirstFormReadsForEver() {
    String written =
        """
        {"form": 1, "to": "anna@example.org", "letter": "reset-link", "name": "Anna",
         "link": "https://id.example.org/", "expiresAt": "2026-11-21T02:55:26.524Z"}
        """;

    assertThat(codec.read(written.getBytes(UTF_8)))
        .isEqualTo(Story.letter("anna@example.org", "https://id.example.org/"));
  }

  @Test
  void aCodeAndANumberTravelWithTheLetter() {
    Letter letter =
        new Letter.ResetLink("a@x.org", "Anna", "https://x.org/", Story.NOW, "7K3M-QX9T", "47");

    assertThat(codec.read(codec.write(letter))).isEqualTo(letter);
  }

  @ParameterizedTest
  @EnumSource
  void aLanguageTravelsWithTheLetter(Language language) {
    Letter letter =
        new Letter.AccountDeleted("a@x.org", "Anna", Story.NOW).in(Optional.of(language));

    assertThat(codec.read(codec.write(letter))).isEqualTo(letter);
  }

  @Test
  void aMemberMoreIsNoHindrance() {
    Letter letter = new Letter.PasswordSetByAdministrator("a@x.org", "Anna", Story.NOW);
    String written = new String(codec.write(letter), UTF_8).replace("{", "{\"later\":1,");

    assertThat(codec.read(written.getBytes(UTF_8))).isEqualTo(letter);
  }

  @Test
  void aLetterFromTheFutureIsNotGuessedAt() {
    assertThatIllegalStateException()
        .isThrownBy(() -> codec.read("{\"form\": 2}".getBytes(UTF_8)))
        .withMessage("a letter of an unknown form: 2");
    assertThatIllegalStateException()
        .isThrownBy(() ->
            codec.read(
                "{\"form\": 1, \"to\": \"a\", \"name\": \"\", \"letter\": \"love\"}"
                    .getBytes(UTF_8)))
        .withMessage("an unknown letter: love");
  }
}
