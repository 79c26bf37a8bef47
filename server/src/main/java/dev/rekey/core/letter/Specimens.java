package dev.rekey.core.letter;

import dev.rekey.core.visit.Language;
import java.util.List;

/** Letters to nobody, for an operator who wants to see what people get. */
public interface Specimens {

  /** Every kind of letter in that language, with made-up names and links that open nothing. */
  List<Specimen> in(Language language);

  /**
   * A letter in words.
   *
   * @param kind such as {@code reset-link}
   * @param html a whole page, which nothing has to be fetched for
   */
  record Specimen(String kind, String subject, String text, String html) {}
}
