package dev.rekey.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Pictures of pages, where somebody asked for them.
 *
 * <p>The property {@code rekey.screenshots} names the folder of the manual's pictures, {@code
 * rekey.screenshots.all} one for every page in every look. A relative one lies in the project.
 */
final class Album {

  private final Optional<Path> folder;

  private Album(String property) {
    this.folder =
        Optional.ofNullable(System.getProperty(property)).map(name -> Path.of("..").resolve(name));
  }

  static Album ofTheManual() {
    return new Album("rekey.screenshots");
  }

  static Album ofEverything() {
    return new Album("rekey.screenshots.all");
  }

  boolean isWanted() {
    return folder.isPresent();
  }

  /** Takes the whole page. */
  void keep(Page page, String name) {
    folder.ifPresent(path ->
        page.screenshot(
            new Page.ScreenshotOptions().setPath(path.resolve(name + ".png")).setFullPage(true)));
  }
}
