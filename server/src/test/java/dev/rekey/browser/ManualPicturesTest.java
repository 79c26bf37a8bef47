package dev.rekey.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pictures of docs/pages.md and docs/console.md, which are taken anew with {@code
 * -Drekey.screenshots=docs/images}.
 */
class ManualPicturesTest {

  private static final Path MANUAL = Path.of("../docs");

  @RegisterExtension static final Site SITE = new Site();

  @BeforeEach
  void begin() {
    SITE.hasAda();
  }

  @ParameterizedTest
  @CsvSource({
    "SIGN_IN, 800, LIGHT",
    "HOME, 1100, LIGHT",
    "PASSWORD_TYPING, 1100, LIGHT",
    "PASSWORD_TYPING, 380, LIGHT",
    "SESSIONS, 1100, LIGHT",
    "SESSIONS, 1100, DARK",
    "RESET, 800, LIGHT"
  })
  void theManualShows(Scene scene, int width, ColorScheme scheme) throws IOException {
    Look look = new Look(width, scheme);
    Guest guest = SITE.guest(Scripts.ON, look);
    scene.reach(SITE, guest);
    String picture = scene.file() + '-' + look;
    Album.ofTheManual().keep(guest.page(), picture);

    assertThat(MANUAL.resolve("images").resolve(picture + ".png")).isNotEmptyFile();
    assertThat(Files.readString(MANUAL.resolve("pages.md"))).contains("images/" + picture + ".png");
  }

  @ParameterizedTest
  @CsvSource({"OVERVIEW, 1400, LIGHT", "ACCOUNTS, 1400, DARK", "AUDIT, 1400, LIGHT"})
  void theManualOfTheConsoleShows(ConsoleScene scene, int width, ColorScheme scheme)
      throws IOException {
    Look look = new Look(width, scheme);
    Guest guest = SITE.guest(Scripts.ON, look);
    scene.reach(SITE, guest);
    String picture = scene.file() + '-' + look;
    Album.ofTheManual().keep(guest.page(), picture);

    assertThat(MANUAL.resolve("images").resolve(picture + ".png")).isNotEmptyFile();
    assertThat(Files.readString(MANUAL.resolve("console.md")))
        .contains("images/" + picture + ".png");
  }
}
