package dev.rekey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.Specimens.Specimen;
import dev.rekey.core.visit.Language;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What letters promise in every language. */
class LanguagesTest {

  private static final Set<String> COMMON = Set.of("service", "reset-page", "contact", "name");
  private static final Source SHIPPED = new Source(Optional.<Path>empty());
  private static final Templates ENGLISH = new Templates(Language.ENGLISH, SHIPPED, COMMON);
  private static final String PUBLIC = "https://accounts.example.org";

  private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

  private final Letters letters = Post.letters();

  @ParameterizedTest
  @EnumSource
  void hasEveryLetterWithTheSamePlaces(Language language) {
    Templates templates = new Templates(language, SHIPPED, COMMON);

    assertThat(templates.faults()).isEmpty();
    for (Form form : Form.values()) {
      assertThat(templates.subject(form).places())
          .as(form + " subject")
          .isEqualTo(ENGLISH.subject(form).places());
      assertThat(shapes(templates, form)).as(form + " text").isEqualTo(shapes(ENGLISH, form));
    }
  }

  /** Each block's kind and the places in it, in the order of the letter. */
  private static List<String> shapes(Templates templates, Form form) {
    return templates.text(form).stream().map(LanguagesTest::shape).toList();
  }

  private static String shape(Block block) {
    return switch (block) {
      case Block.Paragraph(var lines) -> "paragraph of " + places(lines);
      case Block.Facts(var lines) -> "facts of " + places(lines);
      case Block.Way(var place) -> "way to " + place;
    };
  }

  private static Set<String> places(List<String> lines) {
    return new TreeSet<>(new Template(Part.TEXT, String.join("\n", lines)).places());
  }

  @Test
  void noneBorrowsTheWordsOfAnother() {
    for (Form form : Form.values()) {
      assertThat(Stream.of(Language.values()).map(LanguagesTest::read))
          .extracting(templates -> templates.text(form))
          .doesNotHaveDuplicates();
      assertThat(Stream.of(Language.values()).map(LanguagesTest::read))
          .extracting(templates -> templates.subject(form))
          .doesNotHaveDuplicates();
    }
  }

  private static Templates read(Language language) {
    return new Templates(language, SHIPPED, COMMON);
  }

  @ParameterizedTest
  @EnumSource
  void everyLetterIsReadableAsTextAndAsAPage(Language language) {
    for (Specimen letter : samples(language)) {
      assertThat(letter.subject()).contains("Example Rides").doesNotContain("{", "\n", "'");
      assertThat(letter.text()).contains("Ada").doesNotContain("{", "}", "'");
      assertThat(letter.text().lines())
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
      assertThat(letter.html())
          .startsWith("<!doctype html>\n<html lang=\"" + language.tag() + "\">")
          .contains("<title>" + letter.subject() + "</title>")
          .contains("<meta name=\"color-scheme\" content=\"light dark\">")
          .contains("prefers-color-scheme: dark")
          .doesNotContain("{{", "}}");
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingHasToBeFetchedAndNothingRuns(Language language) {
    for (Specimen letter : samples(language)) {
      assertThat(letter.html())
          .doesNotContainIgnoringCase("<img", "<script", "<link", "<iframe", "<form", "<svg")
          .doesNotContainIgnoringCase("src=", "url(", "@import", "background=");
      assertThat(HREF.matcher(letter.html()).results().map(link -> link.group(1)))
          .allSatisfy(link ->
              assertThat(link).matches("https://(accounts\\.example\\.org|rekey\\.example)/.*"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLinkIsOneLineOfTheTextAndTheWayOfTheButton(Language language) {
    List<Specimen> withLinks =
        samples(language).stream().filter(letter -> letter.kind().endsWith("-link")).toList();

    assertThat(withLinks)
        .hasSize(3)
        .allSatisfy(letter -> {
          String link =
              letter
                  .text()
                  .lines()
                  .filter(line -> line.startsWith(PUBLIC))
                  .findFirst()
                  .orElseThrow();
          assertThat(link).matches("https://\\S+/account/\\w+/[\\w-]{24}").hasSizeLessThan(76);
          assertThat(letter.text()).contains("\n\n" + link + "\n\n");
          assertThat(letter.html())
              .contains("<a class=\"button\" href=\"" + link + "\"", ">" + link + "</a>");
        });
  }

  @ParameterizedTest
  @EnumSource
  void everyNoticeSaysWhomToTell(Language language) {
    assertThat(samples(language))
        .filteredOn(letter -> !letter.kind().endsWith("-link"))
        .hasSize(7)
        .allSatisfy(letter -> assertThat(letter.text()).contains("help@example.com"));
  }

  @ParameterizedTest
  @EnumSource
  void theTestLetterIsThereToo(Language language) {
    Written written = letters.writeTest("jo@example.com", Optional.of(language), Post.NOW);

    assertThat(written.subject()).contains("Example Rides");
    assertThat(written.text()).contains("14:05 UTC").contains("2026");
  }

  @Test
  void datesAreWrittenAsTheReaderWritesThem() {
    assertThat(EnumSet.allOf(Language.class))
        .extracting(language -> new Times(language).of(Post.NOW))
        .containsExactly(
            "3 March 2026, 14:05 UTC",
            "3. März 2026, 14:05 UTC",
            "3 mars 2026, 14:05 UTC",
            "3 de marzo de 2026, 14:05 UTC",
            "3 de março de 2026, 14:05 UTC",
            "3 marca 2026, 14:05 UTC",
            "3. března 2026, 14:05 UTC");
  }

  @Test
  void aLetterIsInTheLanguageThatItCarries() {
    Letter letter = Post.resetLink("jo@example.com");

    assertThat(letters.write(letter.in(Optional.of(Language.GERMAN))).subject())
        .isEqualTo("Ein neues Passwort für Example Rides");
    assertThat(letters.write(letter).subject()).isEqualTo("A new password for Example Rides");
  }

  @Test
  void aLetterThatCarriesNoneIsInTheOperatorsChoice() {
    Letters czech = new Letters(Post.head(), Optional.empty(), Language.CZECH);

    assertThat(czech.write(Post.resetLink("jo@example.com")).text())
        .startsWith("Dobrý den, Lettie,\n");
  }

  private List<Specimen> samples(Language language) {
    return new SampleLetters(letters, PUBLIC, InstantSource.fixed(Post.NOW)).in(language);
  }
}
