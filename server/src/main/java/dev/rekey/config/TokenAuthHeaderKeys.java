package dev.rekey.config;

import dev.rekey.config.TokenAuthMount.Cookie;
import dev.rekey.config.TokenAuthMount.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The keys for how a mount of the dialect tokenauth carries credentials. */
final class TokenAuthHeaderKeys {

  /** What answers and requests have under these names is something else. */
  private static final Set<String> RESERVED =
      Set.of(
          "accept",
          "cache-control",
          "connection",
          "content-length",
          "content-type",
          "cookie",
          "date",
          "etag",
          "host",
          "location",
          "origin",
          "retry-after",
          "set-cookie",
          "transfer-encoding",
          "vary",
          "x-request-id");

  private static final Kind<String> HEADER =
      Kinds.text(
          "a header field's name of letters, digits, - and _, none that HTTP has a meaning for",
          TokenAuthHeaderKeys::isFree);

  private static final Key<String> ACCESS_TOKEN = header("access-token", "the token");
  private static final Key<String> TOKEN_TYPE = header("token-type", "the word `Bearer`");
  private static final Key<String> CLIENT = header("client", "the client's id");
  private static final Key<String> EXPIRY = header("expiry", "the token's end");
  private static final Key<String> UID = header("uid", "the account's uid");

  private static final Key<String> AUTHORIZATION =
      header("authorization", "all of them at once, in base64");

  private static final List<Key<String>> HEADERS =
      List.of(ACCESS_TOKEN, TOKEN_TYPE, CLIENT, EXPIRY, UID, AUTHORIZATION);

  private static final Key<Boolean> COOKIE =
      Key.of(
          "cookie",
          Kinds.flag(),
          "false",
          "Whether answers bring the credentials as a cookie, and requests may show it.");

  private static final Key<String> COOKIE_NAME =
      Key.of(
          "cookie-name",
          Kinds.matching("a name of letters, digits, - and _", "[A-Za-z0-9_-]{1,64}"),
          "auth_cookie",
          "What that cookie is called.");

  private static final Key<List<String>> COOKIE_ATTRIBUTES =
      Key.of(
          "cookie-attributes",
          Kinds.matching(
                  "an attribute such as httponly or samesite=strict",
                  "[A-Za-z-]{1,40}(=[A-Za-z0-9 :./_-]{0,200})?")
              .list(),
          "",
          "What stands behind its value beside `path=/; samesite=lax`, or in their place; `secure`"
              + " is there by itself where `http.public-url` begins with https.");

  static final List<Key<?>> ALL =
      List.of(
          ACCESS_TOKEN,
          TOKEN_TYPE,
          CLIENT,
          EXPIRY,
          UID,
          AUTHORIZATION,
          COOKIE,
          COOKIE_NAME,
          COOKIE_ATTRIBUTES);

  private TokenAuthHeaderKeys() {}

  private static Key<String> header(String name, String what) {
    return Key.of(
        "headers." + name,
        HEADER,
        name,
        "The header field, and the parameter, that holds " + what + '.');
  }

  private static boolean isFree(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9_-]{0,63}")
        && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
  }

  static Headers headers(Answers answers) {
    Headers headers =
        new Headers(
            answers.of(ACCESS_TOKEN),
            answers.of(TOKEN_TYPE),
            answers.of(CLIENT),
            answers.of(EXPIRY),
            answers.of(UID),
            answers.of(AUTHORIZATION));
    refuseSharedNames(answers, headers);
    return headers;
  }

  private static void refuseSharedNames(Answers answers, Headers headers) {
    List<String> names = headers.all();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        if (names.get(i).equalsIgnoreCase(names.get(j))) {
          refuseSharedName(answers, names.get(i), HEADERS.get(i), HEADERS.get(j));
        }
      }
    }
  }

  /** Speaks of the one that somebody has chosen, if the other has its default. */
  private static void refuseSharedName(
      Answers answers, String name, Key<String> one, Key<String> other) {
    answers.contradiction(
        name.equalsIgnoreCase(other.standard()) ? one : other,
        "found \"" + name + "\", which another of these fields is called too",
        "a name of its own would do");
  }

  static Optional<Cookie> cookie(Answers answers) {
    Cookie cookie = new Cookie(answers.of(COOKIE_NAME), answers.of(COOKIE_ATTRIBUTES));
    return answers.of(COOKIE) ? Optional.of(cookie) : Optional.empty();
  }
}
