package dev.rekey.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhraseBookTest {

  private static final int LEAST_BITS = 66;

  private final List<String> words = PhraseBook.shippedWords();
  private final PhraseBook book = PhraseBook.shipped(new Mint(new SecureRandom()));

  @Test
  void theWordsAreShortAndPlainAndNoneIsThereTwice() {
    assertThat(words).hasSize(2198).doesNotHaveDuplicates().isSorted();
    assertThat(words).allMatch(word -> word.matches("[a-z]{3,8}"));
  }

  /** In a sorted list a word stands right before what begins with it. */
  @Test
  void noWordBeginsWithAnother() {
    for (int i = 1; i < words.size(); i++) {
      assertThat(words.get(i)).doesNotStartWith(words.get(i - 1));
    }
  }

  @Test
  void sixWordsAreMoreThanAnybodyGuesses() {
    assertThat(6 * Math.log(words.size()) / Math.log(2)).isGreaterThan(LEAST_BITS);
    assertThat(book.offer().split(" ")).hasSize(6).allMatch(words::contains);
  }

  @Test
  void everyWordHasItsChance() {
    Set<String> drawn = new HashSet<>();
    IntStream.range(0, 10_000).forEach(_ -> drawn.addAll(List.of(book.offer().split(" "))));

    assertThat(drawn).hasSize(words.size());
  }
}
