package dev.rekey.migrate.shadow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an answer says to people, such as why something was refused: worth reading in a report, once
 * everything is hidden in it that the request said or that looks made.
 */
final class Wording {

  /** Nothing is said to people in requests. */
  static final Wording NONE = new Wording(Set.of(), false);

  private static final Pattern FOR_PEOPLE =
      Pattern.compile(
          "(?i).*/(\\w*(error|message|description|reason|hint)\\w*|title|detail|details|status|code"
              + "|type|success|redirect_link)(/.*)?");

  private static final Pattern CODE = Pattern.compile("-?\\d{1,3}");

  /** A word of a language, or a number too short to be a secret, with what stands around it. */
  private static final Pattern WORD =
      Pattern.compile(
          "[(\"'`‘“{\\[]*([A-Z]?\\p{javaLowerCase}+(['’_/-][a-z]+)*|[A-Z]{1,5}|\\d{1,3}|-)[)\"'`’.,:;!?}\\]]*");

  private static final int SHORTEST = 3;

  private final Set<String> said;
  private final boolean answer;

  private Wording(Set<String> said, boolean answer) {
    this.said = said;
    this.answer = answer;
  }

  /**
   * @param said all values that the request has
   */
  static Wording besides(Set<String> said) {
    return new Wording(
        said.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
        true);
  }

  boolean isForPeople(String path) {
    return answer && FOR_PEOPLE.matcher(path).matches();
  }

  /** A short number that says what kind of mistake it was. */
  boolean isCode(String path, String number) {
    return isForPeople(path) && CODE.matcher(number).matches();
  }

  /** The text with a place for each word that is none of the language's. */
  String masked(String text, Veil veil) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean echoes = said.stream().anyMatch(value -> contains(lower, value));
    if (echoes) {
      return veil.place(text);
    }
    return Arrays.stream(text.split("(?<=\\s)|(?=\\s)"))
        .map(word -> word.isBlank() || WORD.matcher(word).matches() ? word : veil.place(word))
        .collect(Collectors.joining());
  }

  /** A short value counts where it stands alone. */
  private static boolean contains(String text, String value) {
    if (value.length() > SHORTEST) {
      return text.contains(value);
    }
    return !value.isEmpty()
        && Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(value) + "(?![\\p{L}\\d])")
            .matcher(text)
            .find();
  }
}
