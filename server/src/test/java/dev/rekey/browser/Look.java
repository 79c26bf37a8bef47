package dev.rekey.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/**
 * How wide the window is, and whether the reader prefers light or dark.
 *
 * @param width in CSS pixels
 */
record Look(int width, ColorScheme scheme) {

  static final Look DESK = new Look(1400, ColorScheme.LIGHT);

  /** For the name of a picture. */
  @Override
  public String toString() {
    return width + "-" + scheme.name().toLowerCase(Locale.ROOT);
  }
}
