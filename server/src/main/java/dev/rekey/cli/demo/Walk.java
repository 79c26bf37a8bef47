package dev.rekey.cli.demo;

import dev.rekey.http.Json;
import dev.rekey.transcript.Letterbox;
import dev.rekey.transcript.Wire.Answer;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The five documented exchanges, performed against a running server and judged by their documents.
 */
final class Walk {

  private static final String DEVISE = "/api/v1/users";
  private static final String OCARIOT = "/v1";
  private static final String ONEZONE = "/api/v3/onezone/user/password";
  private static final String TOKENAUTH = "/auth";

  private final String address;
  private final Narrator narrator;
  private final Letterbox letterbox;
  private final PrintStream out;
  private boolean allKept = true;

  Walk(String address, Narrator narrator, Letterbox letterbox, PrintStream out) {
    this.address = address;
    this.narrator = narrator;
    this.letterbox = letterbox;
    this.out = out;
  }

  /** True when every contract was kept. */
  boolean perform() {
    devisePassword();
    deviseReset();
    ocariot();
    onezone();
    tokenAuth();
    return allKept;
  }

  private void devisePassword() {
    narrator.tell("Seed 000. Devise with JWT: sign in, then change the password.");
    Cast who = Cast.OPERATOR;
    String jwt =
        narrator
            .send("POST", DEVISE + "/sign_in", List.of(), entry(who))
            .header("authorization")
            .orElse("");
    String body =
        user(
            "password", who.next(),
            "password_confirmation", who.next(),
            "current_password", who.password());
    Answer answer = narrator.send("PATCH", DEVISE, List.of("Authorization: " + jwt), body);
    judge(
        "seed 000: PATCH /api/v1/users",
        () ->
            answer.status() == 200
                && answer.body().length == 257
                && has(answer, "etag", "W/\"c47fa78fdb744a9b31848f50abd00e78\""));
  }

  private void deviseReset() {
    narrator.tell("Seed 001. Devise with JWT: forget the password, take the token from the mail.");
    String token = askForReset(true);
    String next = Cast.DRIVER.next();
    String body =
        user("reset_password_token", token, "password", next, "password_confirmation", next);
    Answer answer = narrator.send("PUT", DEVISE + "/password", List.of(), body);
    judge(
        "seed 001: PUT /api/v1/users/password",
        () ->
            answer.status() == 200
                && answer.body().length == 185
                && has(answer, "etag", "W/\"0e1c3d6cb89d2574ea3bee794e647cc4\"")
                && answer.header("authorization").filter(a -> a.startsWith("Bearer ")).isPresent());
  }

  private void ocariot() {
    narrator.tell("Seed 002. OCARIoT: authenticate, then change the password.");
    Cast who = Cast.EDUCATOR;
    Answer auth =
        narrator.send(
            "POST",
            OCARIOT + "/auth",
            List.of(),
            json("username", who.logins().display(), "password", who.password()));
    Answer answer =
        narrator.send(
            "PUT",
            ocariotPath(),
            List.of("Authorization: Bearer " + member(auth, "access_token")),
            json("old_password", who.password(), "new_password", who.next()));
    judge("seed 002: PUT /v1/users/{user_id}/password", () -> answer.status() == 204);
  }

  private void onezone() {
    narrator.tell("Seed 003. Onezone: name and password go along with the request.");
    Cast who = Cast.RESEARCHER;
    Answer answer =
        narrator.send(
            "PATCH",
            ONEZONE,
            List.of("Authorization: Basic " + basic(who)),
            json("oldPassword", who.password(), "newPassword", who.next()));
    judge("seed 003: PATCH /api/v3/onezone/user/password", () -> answer.status() == 204);
  }

  private void tokenAuth() {
    narrator.tell("Seed 004. devise_token_auth: sign in, then change the password with the token.");
    Cast who = Cast.TESTER;
    Answer signedIn =
        narrator.send("POST", TOKENAUTH + "/sign_in", List.of(), tokenAuthEntry(who.password()));
    Answer answer =
        narrator.send(
            "PUT",
            TOKENAUTH + "/password",
            tokenHeaders(signedIn),
            json("password", who.next(), "password_confirmation", who.next()));
    judge(
        "seed 004: PUT /auth/password",
        () ->
            answer.status() == 200
                && answer.text().contains("Your password has been successfully updated.")
                && List.of("access-token", "client", "expiry", "uid").stream()
                    .allMatch(name -> answer.header(name).filter(v -> !v.isBlank()).isPresent())
                && !answer.header("access-token").equals(signedIn.header("access-token")));
  }

  /** Prints a line for each operation that works when it is pasted, once. */
  void printCurlLines() {
    out.println();
    out.println("Try it yourself. Each line changes a password, so it works once:");
    Cast operator = Cast.OPERATOR;
    String jwt =
        narrator
            .sendQuietly(
                "POST",
                DEVISE + "/sign_in",
                user("email", operator.logins().display(), "password", operator.next()))
            .header("authorization")
            .orElse("");
    curl(
        "PATCH",
        DEVISE,
        List.of("Authorization: " + jwt),
        user(
            "password",
            operator.another(),
            "password_confirmation",
            operator.another(),
            "current_password",
            operator.next()));

    String next = Cast.DRIVER.another();
    curl(
        "PUT",
        DEVISE + "/password",
        List.of(),
        user(
            "reset_password_token",
            askForReset(false),
            "password",
            next,
            "password_confirmation",
            next));

    Cast educator = Cast.EDUCATOR;
    Answer auth =
        narrator.sendQuietly(
            "POST",
            OCARIOT + "/auth",
            json("username", educator.logins().display(), "password", educator.next()));
    curl(
        "PUT",
        ocariotPath(),
        List.of("Authorization: Bearer " + member(auth, "access_token")),
        json("old_password", educator.next(), "new_password", educator.another()));

    Cast researcher = Cast.RESEARCHER;
    String pair = researcher.logins().display() + ':' + researcher.next();
    curl(
        "-u '" + pair + "' -X PATCH",
        ONEZONE,
        List.of(),
        json("oldPassword", researcher.next(), "newPassword", researcher.another()));

    Cast tester = Cast.TESTER;
    Answer signedIn =
        narrator.sendQuietly("POST", TOKENAUTH + "/sign_in", tokenAuthEntry(tester.next()));
    curl(
        "PUT",
        TOKENAUTH + "/password",
        tokenHeaders(signedIn),
        json("password", tester.another(), "password_confirmation", tester.another()));
  }

  private void curl(String method, String path, List<String> headers, String body) {
    StringBuilder line = new StringBuilder("  curl -i ");
    line.append(method.startsWith("-") ? method : "-X " + method);
    headers.forEach(header -> line.append(" -H '").append(header).append('\''));
    line.append(" -H 'Content-Type: application/json' -d '").append(body).append("' ");
    out.println();
    out.println(line.append(address).append(path));
  }

  private String askForReset(boolean aloud) {
    String body = user("email", Cast.DRIVER.logins().display());
    if (aloud) {
      narrator.send("POST", DEVISE + "/password", List.of(), body);
    } else {
      narrator.sendQuietly("POST", DEVISE + "/password", body);
    }
    return letterbox.nextResetToken();
  }

  private void judge(String contract, BooleanSupplier kept) {
    boolean fine = kept.getAsBoolean();
    allKept &= fine;
    out.println();
    out.println((fine ? "  \u2714 " : "  \u2718 ") + contract);
  }

  private static boolean has(Answer answer, String header, String value) {
    return answer.header(header).filter(value::equals).isPresent();
  }

  private static String entry(Cast who) {
    return user("email", who.logins().display(), "password", who.password());
  }

  private static String tokenAuthEntry(String password) {
    return json("email", Cast.TESTER.logins().display(), "password", password);
  }

  private static List<String> tokenHeaders(Answer signedIn) {
    return List.of("access-token", "client", "uid").stream()
        .map(name -> name + ": " + signedIn.header(name).orElse(""))
        .toList();
  }

  private static String ocariotPath() {
    return OCARIOT + "/users/" + Cast.EDUCATOR.ids().hex24().orElseThrow() + "/password";
  }

  private static String basic(Cast who) {
    String pair = who.logins().display() + ':' + who.password();
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String user(String... members) {
    return text(Map.of("user", map(members)));
  }

  private static String json(String... members) {
    return text(map(members));
  }

  private static Map<String, String> map(String... members) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      map.put(members[i], members[i + 1]);
    }
    return map;
  }

  private static String text(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  private static String member(Answer answer, String name) {
    return Json.parse(answer.body()) instanceof Json.Parsed.Value(var node) && node.has(name)
        ? node.get(name).asString()
        : "";
  }
}
