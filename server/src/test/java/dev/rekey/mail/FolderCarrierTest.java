package dev.rekey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.mail.Carrier.Receipt.Later;
import dev.rekey.mail.Carrier.Receipt.Taken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderCarrierTest {

  @TempDir private Path home;

  @Test
  void aMailBecomesAFileWithTheLinkInIt() throws IOException {
    Path folder = home.resolve("data/mails");
    FolderCarrier carrier = new FolderCarrier(folder);

    assertThat(carrier.carry(Post.envelope(7, Post.resetLink("jo@example.com"), Post.NOW)))
        .isEqualTo(new Taken());

    Path file = folder.resolve("20260303T140506.789Z-7-reset-link.eml");
    assertThat(Files.readAllLines(file)).contains(Post.LINK, "To: jo@example.com");
  }

  @Test
  void namesSortByTime() {
    FolderCarrier carrier = new FolderCarrier(home);
    List<Instant> times =
        List.of(
            Instant.parse("2026-03-03T14:05:06Z"),
            Instant.parse("2026-03-03T14:05:06.010Z"),
            Instant.parse("2026-03-03T14:05:06.100Z"),
            Instant.parse("2026-10-03T04:05:06Z"));
    List<Long> ids = List.of(10L, 9L, 100L, 1L);

    for (int i = 0; i < times.size(); i++) {
      carrier.carry(Post.envelope(ids.get(i), Post.resetLink("jo@example.com"), times.get(i)));
    }

    assertThat(names()).extracting(name -> Long.valueOf(name.split("-")[1])).isEqualTo(ids);
  }

  @Test
  void leavesNothingHalfWritten() throws IOException {
    FolderCarrier carrier = new FolderCarrier(home);
    Path leftover = home.resolve(".20260303T140506.789Z-1-reset-link.eml.draft");
    Files.writeString(leftover, "half");

    carrier.carry(Post.envelope(Post.resetLink("jo@example.com")));

    assertThat(names()).containsExactly("20260303T140506.789Z-1-reset-link.eml");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseReadsThem() throws IOException {
    Path folder = home.resolve("mails");
    new FolderCarrier(folder).carry(Post.envelope(Post.resetLink("jo@example.com")));

    assertThat(rights(folder)).isEqualTo("rwx------");
    assertThat(rights(folder.resolve("20260303T140506.789Z-1-reset-link.eml")))
        .isEqualTo("rw-------");
  }

  @Test
  void aFolderThatWentAwayIsForLater() throws IOException {
    Path folder = home.resolve("mails");
    FolderCarrier carrier = new FolderCarrier(folder);
    Files.delete(folder);

    assertThat(carrier.carry(Post.envelope(Post.resetLink("jo@example.com"))))
        .isEqualTo(new Later("NoSuchFileException"));
  }

  @Test
  void aFolderThatCannotBeStopsTheStart() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");

    assertThatThrownBy(() -> new FolderCarrier(file.resolve("mails")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot make the folder for mails");
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
