package dev.rekey.web;

import dev.rekey.http.Response;

/** A whole HTML page that needs no script, with the header fields that keep it to itself. */
final class Page {

  private static final String CSS =
      """
      :root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif;
        --page: light-dark(#fff, #15171a); --text: light-dark(#1c1e21, #e8eaed);
        --quiet: light-dark(#5b6168, #a4abb3); --line: light-dark(#8a9099, #6b727b);
        --accent: light-dark(#0b57d0, #a8c7fa); --on-accent: light-dark(#fff, #062e6f);
        --wrong: light-dark(#b3261e, #f2b8b5); }
      body { background: var(--page); color: var(--text); max-width: 26rem;
        margin: min(12vh, 6rem) auto 3rem; padding: 0 1.25rem; }
      h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .75rem; }
      label { display: block; margin: 1.1rem 0 .3rem; font-weight: 600; }
      label small, .hint { color: var(--quiet); font-size: .85rem; font-weight: 400; }
      .hint { margin: .35rem 0 0; }
      input { box-sizing: border-box; width: 100%; padding: .6rem .7rem; font: inherit;
        color: inherit; background: transparent; border: 1px solid var(--line);
        border-radius: .4rem; }
      button { margin-top: 1.6rem; padding: .65rem 1.3rem; font: inherit; font-weight: 600;
        color: var(--on-accent); background: var(--accent); border: 0; border-radius: .4rem;
        cursor: pointer; }
      :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
      .wrong { border-left: 4px solid var(--wrong); padding: .1rem 0 .1rem .8rem; }
      """;

  private Page() {}

  static Response stylesheet() {
    return guarded(Response.of(200).with("content-type", "text/css; charset=utf-8")).withBody(CSS);
  }

  static Response message(int status, String title, String text) {
    return html(status, title, "<p>" + escape(text) + "</p>");
  }

  /** The form of the first start; what was typed comes back, but for the password. */
  static Response form(int status, String wrong, String username, String email) {
    String complaint =
        wrong.isEmpty() ? "" : "<p class=\"wrong\" role=\"alert\">" + escape(wrong) + "</p>";
    return html(
        status,
        "Welcome to Rekey",
        """
        <p>Make the first administrator. This page works once.</p>
        %s
        <form method="post">
        <label for="username">Username</label>
        <input id="username" name="username" autocomplete="username" required value="%s">
        <label for="email">E-mail address <small>(optional)</small></label>
        <input id="email" name="email" type="email" autocomplete="email" value="%s">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="new-password" required
          aria-describedby="hint">
        <p class="hint" id="hint">A few random words make a good one.</p>
        <button>Make the account</button>
        </form>
        """
            .formatted(complaint, escape(username), escape(email)));
  }

  private static Response html(int status, String title, String content) {
    return guarded(Response.of(status).with("content-type", "text/html; charset=utf-8"))
        .withBody(
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <link rel="stylesheet" href="%2$s/style.css">
            <main>
            <h1>%1$s</h1>
            %3$s
            </main>
            </html>
            """
                .formatted(escape(title), SetupPages.PREFIX, content));
  }

  private static Response guarded(Response response) {
    return response
        .with("cache-control", "no-store")
        .with(
            "content-security-policy",
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'")
        .with("referrer-policy", "no-referrer")
        .with("x-content-type-options", "nosniff");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
