package dev.rekey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.letter.Letter.PasswordChanged;
import dev.rekey.core.visit.Origin;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LettersProperties {

  private static final Letters LETTERS = Post.letters();

  private static final Pattern TAG = Pattern.compile("</?[a-z]+|<!doctype");
  private static final Pattern LOOSE = Pattern.compile("&(?!(amp|lt|gt|quot|#39|emsp);)");

  @Property
  void anyNameLeavesTheHtmlAsItIs(@ForAll("names") String name) {
    String plain = html("Jo", "192.0.2.7");

    String html = html(name, name);

    assertThat(count(TAG, html)).isEqualTo(count(TAG, plain));
    assertThat(html.chars().filter(c -> c == '<').count())
        .isEqualTo(plain.chars().filter(c -> c == '<').count());
    assertThat(html.chars().filter(c -> c == '"').count())
        .isEqualTo(plain.chars().filter(c -> c == '"').count());
    assertThat(LOOSE.matcher(html).find()).isFalse();
    assertThat(html.lines().count()).isEqualTo(plain.lines().count());
  }

  @Property
  void anyNameLeavesTheLinesOfTheTextAsTheyAre(@ForAll("names") String name) {
    Written written = LETTERS.write(Post.changed("jo@example.com", name));

    assertThat(written.text().split("\n\n", -1))
        .hasSameSizeAs(
            LETTERS.write(Post.changed("jo@example.com", "Jo")).text().split("\n\n", -1));
    assertThat(written.subject()).doesNotContainPattern("\\p{Cc}");
  }

  @Property(tries = 300)
  void anyNameBecomesAMail(@ForAll("names") String name) {
    String raw = Post.raw(Post.envelope(Post.changed("jo@example.com", name)));

    assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(raw.lines())
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThan(998));
    assertThat(raw.lines().takeWhile(line -> !line.isEmpty()))
        .allSatisfy(line -> assertThat(line).matches("[A-Za-z-]+: .*|[ \t]+.*"));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(70),
        Arbitraries.strings().withChars("<>&\"'{}$\\ \r\n\tab").ofMaxLength(40),
        Arbitraries.of(
            "<script>alert(1)</script>",
            "\" onload=\"x",
            "{{link}}",
            "$0\\1",
            "-->",
            "\ud800",
            "\u0000\u0085\u2028",
            "Jo\r\nBcc: evil@evil.example"));
  }

  private static String html(String name, String from) {
    // A line that there is nothing to say in is left out.
    String address = from + '.';
    return LETTERS
        .write(new PasswordChanged("jo@example.com", name, Post.NOW, new Origin(address, "")))
        .html();
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }
}
