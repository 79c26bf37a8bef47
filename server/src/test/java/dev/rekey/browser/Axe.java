package dev.rekey.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core, which finds what keeps people from using a page. */
final class Axe {

  /** One line for each part of the page that breaks a rule. */
  private static final String RUN =
      """
      async () => {
        const { violations } = await axe.run(document, { resultTypes: ["violations"] });
        return violations.flatMap(({ id, help, nodes }) =>
            nodes.map((node) => `${id}: ${help}: ${node.html} (${node.failureSummary})`));
      }
      """;

  private final String script = script();

  /** What it finds, in sentences. */
  @SuppressWarnings("unchecked")
  List<String> violations(Page page) {
    if (!(boolean) page.evaluate("'axe' in window")) {
      page.evaluate(script);
    }
    return (List<String>) page.evaluate(RUN);
  }

  private static String script() {
    try (InputStream stream = Axe.class.getResourceAsStream("/axe.min.js")) {
      if (stream == null) {
        throw new IllegalStateException("axe.min.js is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
