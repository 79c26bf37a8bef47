package dev.rekey.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** A keyboard and no mouse, in hands that see where they are. */
final class Keys {

  private static final int FAR = 40;

  /** The accessible name of what has the focus, or nothing where nothing has it. */
  private static final String NAME =
      """
      () => {
        const here = document.activeElement;
        const label = here.labels && here.labels.length ? here.labels[0].textContent : "";
        return here === document.body ? "" : (here.ariaLabel || label || here.textContent).trim();
      }
      """;

  /** Whether a sighted reader sees where the focus is: an outline, in the window. */
  private static final String VISIBLE =
      """
      () => {
        const here = document.activeElement;
        const style = getComputedStyle(here);
        const box = here.getBoundingClientRect();
        return here.matches(":focus-visible")
            && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
            && box.width > 1 && box.height > 1
            && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
      }
      """;

  private final Guest guest;

  Keys(Guest guest) {
    this.guest = guest;
  }

  private String name() {
    return (String) guest.page().evaluate(NAME);
  }

  private void press(String key) {
    guest.page().keyboard().press(key);
  }

  /** The focus is at what is called so, and is seen. */
  Keys isAt(String name) {
    assertThat(name()).isEqualTo(name);
    assertThat(guest.page().evaluate(VISIBLE)).as("the focus is seen at " + name).isEqualTo(true);
    return this;
  }

  /** The next stop is this one. */
  Keys tab(String name) {
    press("Tab");
    return isAt(name);
  }

  /** Goes on until there; the focus is seen at every stop. */
  Keys tabTo(String name) {
    List<String> stops = new ArrayList<>();
    while (stops.size() < FAR) {
      press("Tab");
      String here = name();
      if (!here.isEmpty()) {
        isAt(here);
      }
      if (here.equals(name)) {
        return this;
      }
      stops.add(here);
    }
    throw new AssertionError(name + " is not among " + stops);
  }

  Keys type(String text) {
    guest.page().keyboard().type(text);
    return this;
  }

  void enter() {
    press("Enter");
  }
}
