package dev.rekey.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds on every page of the console about accounts, narrow and wide, light and dark. */
class EveryConsolePageTest {

  @RegisterExtension
  static final Site SITE =
      new Site(
          Map.of(
              "roles.support", "sign-in,list-accounts,view-accounts,send-resets",
              "mounts.devise.upstream.url", "https://old.example.org",
              "mounts.devise.upstream.accounts", "3000",
              "mounts.devise.upstream.until", "2099-12-31",
              "mounts.onezone.upstream.url", "https://zone.example.org:8443",
              "mounts.onezone.upstream.until", "2026-01-31"));

  private static final Axe AXE = new Axe();
  private static final Album ALBUM = Album.ofEverything();

  @BeforeEach
  void begin() {
    SITE.hasAda();
  }

  /** 800 pixels lie between two layouts; only eyes judge them. */
  private static Stream<Look> looks() {
    Stream<Integer> widths = ALBUM.isWanted() ? Stream.of(380, 800, 1400) : Stream.of(380, 1400);
    return widths.flatMap(width ->
        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(scheme -> new Look(width, scheme)));
  }

  @ParameterizedTest
  @EnumSource
  void canBeUsedByEverybody(ConsoleScene scene) {
    Guest guest = SITE.guest(Scripts.ON);
    scene.reach(SITE, guest);
    SoftAssertions all = new SoftAssertions();

    looks()
        .forEach(look -> {
          guest.looksAt(look);
          all.assertThat(AXE.violations(guest.page())).as(look.toString()).isEmpty();
          all.assertThat(guest.hiddenAside()).as("pixels beside the window, " + look).isZero();
          ALBUM.keep(guest.page(), scene.file() + '-' + look);
        });

    all.assertAll();
    assertThat(guest.page().title()).endsWith(" · Rekey");
  }
}
