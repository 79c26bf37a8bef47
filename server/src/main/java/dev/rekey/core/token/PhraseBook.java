package dev.rekey.core.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Offers phrases as passwords: six random words of a list of 2,198, which is more than 66 bits that
 * nobody guesses and a person can keep in mind.
 */
public final class PhraseBook {

  private static final String SHIPPED = "words.txt";
  private static final int WORDS = 6;

  private final List<String> words;
  private final Mint mint;

  private PhraseBook(List<String> words, Mint mint) {
    this.words = words;
    this.mint = mint;
  }

  /** Short English words, none of which another begins with. */
  public static PhraseBook shipped(Mint mint) {
    return new PhraseBook(shippedWords(), mint);
  }

  static List<String> shippedWords() {
    try (InputStream in = PhraseBook.class.getResourceAsStream(SHIPPED)) {
      byte[] text = Objects.requireNonNull(in, SHIPPED).readAllBytes();
      return new String(text, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + SHIPPED, broken);
    }
  }

  /** A fresh phrase; it is kept nowhere. */
  public String offer() {
    return Stream.generate(() -> words.get(mint.below(words.size())))
        .limit(WORDS)
        .collect(Collectors.joining(" "));
  }
}
