package dev.rekey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.Letter.AccountDeleted;
import dev.rekey.core.letter.Letter.ConfirmLink;
import dev.rekey.core.letter.Letter.EmailChanged;
import dev.rekey.core.letter.Letter.NewDevice;
import dev.rekey.core.letter.Letter.PasswordChanged;
import dev.rekey.core.letter.Letter.PasswordSetByAdministrator;
import dev.rekey.core.letter.Letter.ResetDone;
import dev.rekey.core.letter.Letter.UnlockLink;
import dev.rekey.core.letter.Letter.WayBack;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

  private static final String ALARM =
      "https://rekey.example/account/alarm/ZXYqnvR9O4p8hXn0ihEeJr3w";

  static final List<Letter> NOTICES =
      List.of(
          new PasswordChanged("jo@example.com", "Jo", Post.NOW, Post.ORIGIN).withAlarm(ALARM),
          new ResetDone("jo@example.com", "Jo", Post.NOW, Post.ORIGIN).withAlarm(ALARM),
          new PasswordSetByAdministrator("jo@example.com", "Jo", Post.NOW).withAlarm(ALARM),
          new EmailChanged("jo@example.com", "Jo", Post.NOW, Post.ORIGIN).withAlarm(ALARM),
          new NewDevice("jo@example.com", "Jo", Post.NOW, Post.ORIGIN).withAlarm(ALARM));

  private final Letters letters = Post.letters();

  @Test
  void aResetLetterSaysAllThereIsToKnowAboutItsLink() {
    Written written = letters.write(Post.resetLink("jo@example.com"));

    assertThat(written.subject()).isEqualTo("A new password for Example Rides");
    assertThat(written.text())
        .isEqualTo(
            """
            Hello Lettie,

            somebody, most likely you, asked for a new password for your account at
            Example Rides. If it was you, open this page and choose one:

            https://rekey.example/reset?reset_password_token=ouHfoTvN6xg7zx2xrnuq&from=mail

            The link works until 3 March 2026, 20:05 UTC. It works once, and only
            the newest one that we sent you works.

            If it was not you, there is nothing to do. Ignoring this letter changes
            nothing: your password stays as it is.

            Example Rides
            """);
  }

  @Test
  void theHtmlSaysTheSame() {
    Written written = letters.write(Post.resetLink("jo@example.com"));

    String escaped = Post.LINK.replace("&", "&amp;");
    assertThat(written.html())
        .contains("Hello Lettie")
        .contains("<a class=\"button\" href=\"" + escaped + "\"")
        .contains(">" + escaped + "</a></p>")
        .contains("3 March 2026, 20:05 UTC")
        .contains("It works once, and only the newest one");
  }

  @Test
  void aNoticeOfAChangeSaysWhenAndFromWhere() {
    Written written = letters.write(Post.changed("jo@example.com", "Jo"));

    assertThat(written.subject()).isEqualTo("Your password for Example Rides was changed");
    assertThat(written.text())
        .contains("Hello Jo,")
        .contains("was changed")
        .contains("When: 3 March 2026, 14:05 UTC")
        .contains("From: 192.0.2.7");
    assertThat(written.html()).contains("3 March 2026, 14:05 UTC").contains("192.0.2.7");
  }

  static final List<Letter> LINKS =
      List.of(
          Post.resetLink("jo@example.com"),
          new ConfirmLink("jo@example.com", "Lettie", Post.LINK, Post.END),
          new UnlockLink("jo@example.com", "Lettie", Post.LINK, Post.END));

  @ParameterizedTest
  @FieldSource("LINKS")
  void everyLinkStandsOnALineOfItsOwnWithItsEnd(Letter letter) {
    Written written = letters.write(letter);

    String escaped = Post.LINK.replace("&", "&amp;");
    assertThat(written.text())
        .startsWith("Hello Lettie,\n")
        .contains("\n\n" + Post.LINK + "\n\n")
        .contains("works until 3 March 2026, 20:05 UTC")
        .contains("If it was not you, there is nothing to do.")
        .endsWith("\nExample Rides\n");
    assertThat(written.html())
        .contains("<a class=\"button\" href=\"" + escaped + "\"")
        .contains(">" + escaped + "</a></p>")
        .contains("works until 3 March 2026, 20:05 UTC")
        .contains("If it was not you, there is nothing to do.");
  }

  @Test
  void everyLetterHasASubjectOfItsOwn() {
    List<Letter> all = Stream.of(LINKS, NOTICES, GOODBYES).flatMap(List::stream).toList();

    assertThat(all)
        .extracting(Form::of)
        .containsOnlyOnceElementsOf(EnumSet.complementOf(EnumSet.of(Form.TEST, Form.WAY_BACK)));
    assertThat(all)
        .extracting(letter -> letters.write(letter).subject())
        .doesNotHaveDuplicates()
        .allSatisfy(
            subject -> assertThat(subject).contains("Example Rides").doesNotContain("{", "\n"));
  }

  @Test
  void theHtmlBearsTheSubjectAsItsTitle() {
    assertThat(Stream.of(LINKS, NOTICES, GOODBYES).flatMap(List::stream).map(letters::write))
        .allSatisfy(written ->
            assertThat(written.html()).contains("<title>" + written.subject() + "</title>"));
  }

  @Test
  void noLineOfATextIsLongerThanAScreen() {
    assertThat(Stream.of(LINKS, NOTICES, GOODBYES).flatMap(List::stream).map(letters::write))
        .allSatisfy(written ->
            assertThat(written.text().lines().filter(line -> !line.startsWith("https:")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(80)));
  }

  /** Their reader cannot help himself on a page any more. */
  static final List<Letter> GOODBYES =
      List.of(new AccountDeleted("jo@example.com", "Jo", Post.NOW));

  @ParameterizedTest
  @FieldSource("GOODBYES")
  void aLastLetterSaysWhomToTell(Letter goodbye) {
    Written written = letters.write(goodbye);

    for (String form : List.of(written.text(), written.html())) {
      assertThat(form)
          .contains("3 March 2026, 14:05 UTC")
          .containsPattern("If (it was not you|you did not)")
          .contains("help@example.com")
          .doesNotContain("https://");
    }
  }

  @Test
  void theOldAddressHearsFromWhereItWasChanged() {
    Letter moved = new EmailChanged("jo@example.com", "Jo", Post.NOW, Post.ORIGIN);

    assertThat(letters.write(moved).text()).contains("From: 192.0.2.7");
  }

  @ParameterizedTest
  @FieldSource("NOTICES")
  void everyNoticeSaysWhatToDoIfItWasSomebodyElse(Letter notice) {
    Written written = letters.write(notice);

    for (String form : List.of(written.text(), written.html())) {
      assertThat(form)
          .contains("3 March 2026, 14:05 UTC")
          .containsPattern("If (it was not you|you did not)")
          .contains(ALARM)
          .contains("help@example.com");
    }
    assertThat(written.text()).contains("\n\n" + ALARM + "\n\n");
    assertThat(written.html())
        .contains("<a class=\"button\" href=\"" + ALARM + "\"", "This was not me<");
  }

  @Test
  void aSignInWithSomethingNewSaysWithWhatButNotInTheWordsOfWhoeverSignedIn() {
    Origin firefox = new Origin("192.0.2.7", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
    Origin stranger = new Origin("192.0.2.7", "Call 555-1234 now");

    assertThat(letters.write(new NewDevice("jo@example.com", "Jo", Post.NOW, firefox)).text())
        .contains("With: Firefox, Linux");
    assertThat(letters.write(new NewDevice("jo@example.com", "Jo", Post.NOW, stranger)).text())
        .doesNotContain("With:", "555");
  }

  @Test
  void theWayBackSaysThatTheAccountIsShutAndHowToOpenIt() {
    Letter letter =
        new WayBack("jo@example.com", "Jo", Post.LINK, Post.END, "7K3M-QX9T", Optional.empty());

    assertThat(letters.write(letter).text())
        .contains("nobody can sign in", "\n\n" + Post.LINK + "\n\n", "7K3M-QX9T")
        .contains("works until 3 March 2026, 20:05 UTC");
  }

  @ParameterizedTest
  @FieldSource("NOTICES")
  void everyNoticeNamesItsEventInTheSubject(Letter notice) {
    assertThat(letters.write(notice).subject())
        .matches("(Your (password|address) for|A new sign-in to your account at) Example Rides.*")
        .doesNotContain("{", "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \t ",
        "you won, see //evil.example",
        "http://evil.example",
        "mailto:evil@evil.example",
        "a name that is very much longer than the name of anybody that I ever met"
      })
  void aNameThatCouldBeAMessageIsNotRepeated(String name) {
    Written written = letters.write(Post.changed("jo@example.com", name));

    assertThat(written.text()).startsWith("Hello jo@example.com,\n").doesNotContain("evil");
    assertThat(written.html()).contains(">Hello jo@example.com,</p>").doesNotContain("evil");
  }

  @Test
  void aNameStaysOnItsLine() {
    Written written =
        letters.write(Post.changed("jo@example.com", "Jo,\r\n\r\nall is well.\u2028\u202eoJ"));

    assertThat(written.text()).startsWith("Hello Jo, all is well. oJ,\n");
  }

  @Test
  void aNameKeepsTheSignsThatItsScriptNeeds() {
    String name =
        "\u0641\u0627\u0637\u0645\u0647\u200c\u0632\u0647\u0631\u0627"
            + " \ud83d\udc69\u200d\ud83d\udcbb";

    assertThat(letters.write(Post.changed("jo@example.com", name)).text())
        .startsWith("Hello " + name + ",\n");
  }

  @Test
  void whatStandsInAWordIsNeverAGap() {
    assertThat(letters.write(Post.changed("jo@example.com", "{{link}} $1 \\")).text())
        .startsWith("Hello {{link}} $1 \\,\n");
  }

  @Test
  void anOperatorsTemplatesTakeTheirPlace(@TempDir Path folder) throws IOException {
    template(folder, "reset-link.subject", "Neues Passwort für {{ name }}\n");
    template(folder, "reset-link.html", "<p>{{name}} & {{link}}</p>");

    Written written = with(folder).write(Post.resetLink("jo@example.com"));

    assertThat(written.subject()).isEqualTo("Neues Passwort für Lettie");
    assertThat(written.html()).isEqualTo("<p>Lettie & " + Post.LINK.replace("&", "&amp;") + "</p>");
    assertThat(written.text()).startsWith("Hello Lettie,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reset-link.txt       | {{link}} {{nmae}} | {{nmae}} is not known; known are [code,"
            + " contact",
        "password-changed.txt | {{link}}          | {{link}} is not known; known are [address,"
            + " alarm, contact",
        "reset-link.txt       | Good luck!        | {{link}} has to be in it",
        "phrases.properties   | copy=             | copy has to be in it",
        "phrases.properties   | hello=Hi          | hello is not known; known are [button.",
        "reset-link.txt       | {{Link}}          | a gap is written {{word}}",
        "reset-link.txt       | {{link            | a gap is written {{word}}",
        "reset-link.subject   | one\\ntwo         | a subject is one line",
        "reset-link.subject   | ''                | a subject is one line",
        "reset_link.html      | {{link}}          | is no letter's; letters' are [account-deleted"
      })
  void aTemplateThatIsWrongStopsTheStart(
      String file, String text, String message, @TempDir Path folder) throws IOException {
    template(folder, file, text.replace("\\n", "\n"));

    assertThatThrownBy(() -> with(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("mail templates: ")
        .hasMessageContaining(folder.resolve("en").resolve(file).toString())
        .hasMessageContaining(message);
  }

  @Test
  void saysEveryMistakeAtOnce(@TempDir Path folder) throws IOException {
    template(folder, "reset-link.txt", "{{one}} {{two}}");
    template(folder, "reset-done.html", "{{three}}");

    assertThatThrownBy(() -> with(folder))
        .hasMessageContainingAll("{{one}}", "{{two}}", "{{three}}");
  }

  @Test
  void aFolderWithoutTemplatesStopsTheStart(@TempDir Path folder) {
    assertThatThrownBy(() -> with(folder))
        .hasMessageContaining(folder + ": is empty; it may have [cs, de, en,");
  }

  @Test
  void aLetterWithoutACodeDoesNotSpeakOfOne() {
    Letter bare = new Letter.ResetLink("jo@example.com", "Jo", Post.LINK, Post.END);
    Letter full =
        new Letter.ResetLink("jo@example.com", "Jo", Post.LINK, Post.END, "7K3M-QX9T", "47");

    assertThat(letters.write(bare).text()).doesNotContain("code").doesNotContain("number");
    assertThat(letters.write(full).text()).contains("asked for it: 7K3M-QX9T\n", " 47 ");
    assertThat(letters.write(full).html()).contains("asked for it: 7K3M-QX9T</p>", " 47 ");
  }

  @Test
  void aTextOfAnOperatorBecomesThePageToo(@TempDir Path folder) throws IOException {
    template(folder, "reset-link.txt", "Ahoy {{name}} & crew,\n\nThis way:\n\n{{link}}\n");

    Written written = with(folder).write(Post.resetLink("jo@example.com"));

    assertThat(written.text()).isEqualTo("Ahoy Lettie & crew,\n\nThis way:\n\n" + Post.LINK + '\n');
    assertThat(written.html())
        .contains(">Ahoy Lettie &amp; crew,</p>", ">This way:</p>", ">Choose a new password<");
  }

  @Test
  void aTextWithTheLineEndsOfWindowsReadsTheSame(@TempDir Path folder) throws IOException {
    template(folder, "reset-link.txt", "One\r\ntwo\r\n\r\n{{link}}\r\n \r\n\r\nthree\r\n");

    assertThat(with(folder).write(Post.resetLink("jo@example.com")).text())
        .isEqualTo("One\ntwo\n\n" + Post.LINK + "\n\nthree\n");
  }

  @Test
  void anOperatorsFrameIsForAllLetters(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("layout.html"), "<body lang={{language}}><!-- ours -->{{content}}</body>");

    for (Letter letter : NOTICES) {
      assertThat(with(folder).write(letter).html())
          .startsWith("<body lang=en><!-- ours --><p")
          .contains("Hello Jo,");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layout.html  | <p>{{subject}}</p>        | {{content}} has to be in it",
        "layout.html  | {{content}} {{footer}}    | {{footer}} is not known; known are [content,",
        "button.html  | <a href='{{link}}'>Go</a> | {{label}} has to be in it",
        "lay-out.html | {{content}}               | is no part of the frame; those are [button.html",
      })
  void aFrameThatIsWrongStopsTheStart(
      String file, String text, String message, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(file), text);

    assertThatThrownBy(() -> with(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.resolve(file) + ": " + message);
  }

  @Test
  void aLanguageThatNobodyWritesInStopsTheStart(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("de-AT"));
    Files.createDirectories(folder.resolve("..data"));

    assertThatThrownBy(() -> with(folder))
        .hasMessage(
            "mail templates: "
                + folder.resolve("de-AT")
                + ": is no language that letters are written in; those are"
                + " [cs, de, en, es, fr, pl, pt]");
  }

  @Test
  void aTextInAnOldEncodingStopsTheStart(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("de"));
    Path file = folder.resolve("de").resolve("test.txt");
    Files.write(file, "Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> with(folder))
        .hasMessage("mail templates: " + file + ": is not a text in UTF-8; save it as one");
  }

  private static Letters with(Path folder) {
    return new Letters(Post.head(), Optional.of(folder), Language.ENGLISH);
  }

  private static void template(Path folder, String file, String text) throws IOException {
    Files.createDirectories(folder.resolve("en"));
    Files.writeString(folder.resolve("en").resolve(file), text);
  }
}
