package dev.rekey.core.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rekey.core.password.Password;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlocklistTest {

  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("mine.txt");
  }

  @Test
  @DisplayName("N-16: far more than can be tried before the limit")
  void theShippedListHoldsTheWholeOfItsSource() throws IOException {
    Blocklist shipped = Blocklist.shipped();
    assertThat(shipped.size()).isEqualTo(49_233);
    assertThat(CommonPasswords.all())
        .hasSize(49_233)
        .allMatch(listed -> shipped.contains(Password.of(listed)));
  }

  @Test
  void theShippedListIsTheOneInTheManual() throws Exception {
    byte[] bytes = Blocklist.shipped().bytes();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertThat(Path.of("..", "docs", "blocklist.md"))
        .content()
        .contains("`%s`".formatted(HexFormat.of().formatHex(digest)))
        .contains(
            String.format(
                Locale.ROOT, "| %,d, of which %,d have", Blocklist.shipped().size(), atLeast(8)))
        .contains("8 characters and %d at least 15".formatted(atLeast(15)))
        .contains(String.format(Locale.ROOT, ": %,d bytes", bytes.length));
  }

  @Test
  void itsTermsAreShippedBesideIt() throws IOException {
    try (var in = Blocklist.class.getResourceAsStream("common-passwords.NOTICE.txt")) {
      assertThat(new String(in.readAllBytes(), UTF_8)).contains("Permission is hereby granted");
    }
  }

  @Test
  @DisplayName("N-14: the whole password counts, and its case does not")
  void looksUpTheWholePasswordInAnyCase() {
    Blocklist shipped = Blocklist.shipped();
    assertThat(shipped.contains(Password.of("letmein"))).isTrue();
    assertThat(shipped.contains(Password.of("LetMeIn"))).isTrue();
    assertThat(shipped.contains(Password.of("letmein now"))).isFalse();
    assertThat(shipped.contains(Password.of(" letmein"))).isFalse();
    assertThat(shipped.contains(Password.of(""))).isFalse();
  }

  @Test
  void aFileOfOnesOwnIsAdded() throws IOException {
    Files.writeString(file, "Springfield Isotopes\npassword\n");
    Blocklist both = Blocklist.shipped().plus(file);
    assertThat(both.size()).isEqualTo(49_234);
    assertThat(both.contains(Password.of("springfield isotopes"))).isTrue();
    assertThat(both.contains(Password.of("letmein"))).isTrue();
    assertThat(Blocklist.shipped().contains(Password.of("springfield isotopes"))).isFalse();
  }

  @Test
  void everyLineIsTakenWholeAndBlankOnesAreSkipped() throws IOException {
    Files.writeString(file, "\n   \n# not a comment\n  with spaces  \r\nno end of line");
    Blocklist mine = Blocklist.none().plus(file);
    assertThat(mine.size()).isEqualTo(3);
    assertThat(mine.contains(Password.of("# not a comment"))).isTrue();
    assertThat(mine.contains(Password.of("  with spaces  "))).isTrue();
    assertThat(mine.contains(Password.of("with spaces"))).isFalse();
    assertThat(mine.contains(Password.of("no end of line"))).isTrue();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstPassword() throws IOException {
    Files.writeString(file, "\uFEFFfirst\nsecond\n");
    assertThat(Blocklist.none().plus(file).contains(Password.of("first"))).isTrue();
  }

  @Test
  void anEmptyFileAddsNothing() throws IOException {
    Files.writeString(file, "");
    assertThat(Blocklist.none().plus(file).size()).isZero();
  }

  @Test
  void aLineThatIsNotUtf8IsNamed() throws IOException {
    Files.write(file, new byte[] {'o', 'k', '\n', '\n', (byte) 0xE4, 'h', '\n'});
    assertThatExceptionOfType(UnreadableBlocklistException.class)
        .isThrownBy(() -> Blocklist.none().plus(file))
        .withMessage("line 3 of the blocklist %s is not UTF-8", file);
  }

  @Test
  void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 100; i++) {
        out.write(new byte[1024]);
      }
    }
    assertThatExceptionOfType(UnreadableBlocklistException.class)
        .isThrownBy(() -> Blocklist.none().plus(file))
        .withMessage("line 1 of the blocklist %s is longer than 16384 bytes", file);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatExceptionOfType(UnreadableBlocklistException.class)
        .isThrownBy(() -> Blocklist.none().plus(file))
        .withMessage("the blocklist %s cannot be read", file)
        .withCauseInstanceOf(NoSuchFileException.class);
  }

  private static long atLeast(int length) throws IOException {
    return CommonPasswords.all().stream().filter(listed -> listed.length() >= length).count();
  }
}
