package dev.rekey.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever runs a server without an old system learns how to name one. */
class AdoptionJourneyTest {

  @RegisterExtension static final Site SITE = new Site();

  private static final Axe AXE = new Axe();
  private static final Album ALBUM = Album.ofEverything();

  @BeforeEach
  void begin() {
    SITE.hasRoot();
  }

  @Test
  void theMenuLeadsToThePageThatSaysHow() {
    Guest guest = SITE.guest(Scripts.ON);
    guest.signIn(Site.ROOT, Site.PASSWORD).sees("Hello, root");
    guest.open("/admin");
    guest.page().locator("nav.rooms a[href='/admin/adoption']").click();

    guest.sees("Adoption").reads("No old system is asked").reads("https://old.example.org");
    for (int width : new int[] {380, 800, 1400}) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        Look look = new Look(width, scheme);
        guest.looksAt(look);
        assertThat(AXE.violations(guest.page())).as(look.toString()).isEmpty();
        assertThat(guest.hiddenAside()).isZero();
        ALBUM.keep(guest.page(), "adoption-none-" + look);
      }
    }
  }
}
