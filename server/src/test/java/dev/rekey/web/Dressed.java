package dev.rekey.web;

import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Origin;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.page.Dressing;
import dev.rekey.page.Frame;
import java.util.Map;

/** Frames of pages for nobody, as tests want them. */
final class Dressed {

  private Dressed() {}

  static Frame inEnglish() {
    return in("en");
  }

  static Frame in(String languages) {
    Request request =
        new Request(
            "r",
            new Origin("192.0.2.7", "test", Language.asked(languages)),
            "GET",
            "/account",
            Map.of(),
            Fields.none(),
            Fields.none(),
            new byte[0],
            0);
    return new Dressing().frame(request);
  }
}
