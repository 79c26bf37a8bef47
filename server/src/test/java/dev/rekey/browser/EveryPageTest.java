package dev.rekey.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds on every page, narrow and wide, light and dark. */
class EveryPageTest {

  @RegisterExtension static final Site SITE = new Site();

  private static final Axe AXE = new Axe();
  private static final Album ALBUM = Album.ofEverything();

  @BeforeEach
  void begin() {
    SITE.hasAda();
  }

  private static List<Look> looks() {
    return widths()
        .flatMap(width ->
            Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(scheme -> new Look(width, scheme)))
        .toList();
  }

  /** 800 pixels lie between two layouts; only eyes judge them. */
  private static Stream<Integer> widths() {
    return ALBUM.isWanted() ? Stream.of(380, 800, 1400) : Stream.of(380, 1400);
  }

  @ParameterizedTest
  @EnumSource
  void canBeUsedByEverybody(Scene scene) {
    Guest guest = SITE.guest(Scripts.ON);
    scene.reach(SITE, guest);
    SoftAssertions all = new SoftAssertions();

    for (Look look : looks()) {
      guest.looksAt(look);
      all.assertThat(AXE.violations(guest.page())).as(look.toString()).isEmpty();
      all.assertThat(guest.hiddenAside()).as("pixels beside the window, " + look).isZero();
      ALBUM.keep(guest.page(), scene.file() + '-' + look);
    }

    all.assertAll();
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGN_IN", "HOME", "LINK_DEAD"})
  void hasAnIconAndATitle(Scene scene) {
    Guest guest = SITE.guest(Scripts.ON);
    scene.reach(SITE, guest);

    String icon = guest.page().locator("link[rel=icon]").getAttribute("href");

    assertThat(guest.page().request().get(guest.home() + icon).headers())
        .containsEntry("content-type", "image/svg+xml");
    assertThat(guest.page().title()).endsWith(" · Rekey");
  }
}
