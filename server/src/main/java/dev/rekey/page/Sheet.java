package dev.rekey.page;

import dev.rekey.http.Response;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/** An HTML page as an answer, with the header fields that keep it to itself. */
public final class Sheet {

  /** No script and no style but our own files; data: for nothing at all. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self';"
          + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String ENCLOSED =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'self'";

  private Sheet() {}

  /** What a template writes, as an answer that nobody keeps. */
  public static Response of(int status, Consumer<HtmlTemplateOutput> template) {
    return html(status, template, "same-origin");
  }

  private static Response html(
      int status, Consumer<HtmlTemplateOutput> template, String referrerPolicy) {
    StringOutput text = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(text));
    return guarded(
            Response.of(status).with("content-type", "text/html; charset=utf-8"), referrerPolicy)
        .withBody(text.toString());
  }

  /**
   * The same for a page whose address holds a ticket: no other page is told where one came from.
   */
  public static Response secluded(int status, Consumer<HtmlTemplateOutput> template) {
    return html(status, template, "no-referrer");
  }

  /**
   * A letter of ours, to be shown in a frame of a page of ours: it brings its own styles, and can
   * neither run anything nor fetch anything.
   */
  public static Response enclosed(String html) {
    return Response.of(200)
        .with("content-type", "text/html; charset=utf-8")
        .with("cache-control", "no-store")
        .with("content-security-policy", ENCLOSED)
        .with("referrer-policy", "no-referrer")
        .with("x-content-type-options", "nosniff")
        .withBody(html);
  }

  /** A line of text for a script of ours, as an answer that nobody keeps. */
  public static Response plain(int status, String text) {
    return guarded(
            Response.of(status).with("content-type", "text/plain; charset=utf-8"), "no-referrer")
        .withBody(text);
  }

  /** On to another page of ours, which is opened with GET. */
  public static Response seeOther(String path) {
    return guarded(Response.of(303).with("location", path), "no-referrer");
  }

  private static Response guarded(Response response, String referrerPolicy) {
    return response
        .with("cache-control", "no-store")
        .with("content-security-policy", POLICY)
        .with("cross-origin-opener-policy", "same-origin")
        .with("permissions-policy", "camera=(), geolocation=(), microphone=()")
        .with("referrer-policy", referrerPolicy)
        .with("x-content-type-options", "nosniff")
        .with("x-frame-options", "DENY");
  }
}
