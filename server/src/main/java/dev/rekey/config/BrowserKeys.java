package dev.rekey.config;

import java.util.List;

/** What the mounts have in common whose clients run in browsers. */
final class BrowserKeys {

  static final Key<List<String>> CORS_ORIGINS =
      Key.of(
          "cors-origins",
          Kinds.text().list(),
          "*",
          "Origins whose pages may read the answers, such as `https://app.example.org`; `*` for\n"
              + "every one, empty for none.");

  private BrowserKeys() {}
}
