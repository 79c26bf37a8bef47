package dev.rekey.page;

import dev.rekey.core.token.TokenDigest;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * What pages are dressed with: a style sheet, a script, type. Their address changes with their
 * content, so that a browser may keep them for good.
 */
public final class Assets {

  /** Where they lie; a fingerprint and the name follow. */
  public static final String PREFIX = "/rekey/assets";

  private static final String INTER = "/META-INF/resources/_static/inter/5.2.5/files/inter-";
  private static final String ZXCVBN = "/META-INF/resources/webjars/zxcvbn/4.4.2/zxcvbn.js";
  private static final String FONT = "font/woff2";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";

  private final Map<String, Source> sources =
      Map.of(
          "style.css", own("style.css", STYLE),
          "page.js", own("page.js", SCRIPT),
          "console.css", own("console.css", STYLE),
          "console.js", own("console.js", SCRIPT),
          "icon.svg", own("icon.svg", "image/svg+xml"),
          "zxcvbn.js", new Source(ZXCVBN, SCRIPT),
          "inter-latin-400.woff2", inter("latin-400"),
          "inter-latin-600.woff2", inter("latin-600"),
          "inter-latin-ext-400.woff2", inter("latin-ext-400"),
          "inter-latin-ext-600.woff2", inter("latin-ext-600"));

  private final Map<String, byte[]> packed = new ConcurrentHashMap<>();
  private final String fingerprint = fingerprint();

  /** A file of the class path. */
  private record Source(String path, String type) {
    byte[] bytes() {
      try (InputStream stream = Assets.class.getResourceAsStream(path)) {
        if (stream == null) {
          throw new IllegalStateException("missing: " + path);
        }
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    boolean isOwn() {
      return !path.startsWith("/");
    }

    boolean isText() {
      return !type.equals(FONT);
    }
  }

  private static Source own(String name, String type) {
    return new Source(name, type);
  }

  private static Source inter(String cut) {
    return new Source(INTER + cut + "-normal.woff2", FONT);
  }

  /** Where a page finds one of them. */
  public String at(String name) {
    return PREFIX + '/' + fingerprint + '/' + name;
  }

  public List<Route> routes() {
    return List.of(new Route("GET", PREFIX + "/{fingerprint}/{name}", this::show));
  }

  /** Whatever fingerprint is asked for, what there is now is given; only the right one is kept. */
  private Response show(Request request) {
    Source source = sources.get(request.parameter("name"));
    if (source == null) {
      return Response.of(404).with("x-content-type-options", "nosniff");
    }
    boolean current = request.parameter("fingerprint").equals(fingerprint);
    Response response =
        Response.of(200)
            .with("content-type", source.type())
            .with("cache-control", current ? FOR_GOOD : "no-cache")
            .with("x-content-type-options", "nosniff")
            .with("cross-origin-resource-policy", "same-origin");
    return source.isText() && takesGzip(request)
        ? response
            .with("content-encoding", "gzip")
            .with("vary", "accept-encoding")
            .withBody(packed.computeIfAbsent(source.path(), _ -> gzip(source.bytes())))
        : response.withBody(source.bytes());
  }

  private static boolean takesGzip(Request request) {
    return request.header("accept-encoding").filter(text -> text.contains("gzip")).isPresent();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Of our own files; those of others change with their version, which is in their path. */
  private String fingerprint() {
    Stream<String> own = sources.values().stream().filter(Source::isOwn).map(Source::text).sorted();
    return TokenDigest.of(own.collect(Collectors.joining()) + INTER + ZXCVBN)
        .hex()
        .substring(0, 12);
  }
}
