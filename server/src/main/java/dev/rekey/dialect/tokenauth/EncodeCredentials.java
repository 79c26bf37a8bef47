package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Account;
import dev.rekey.core.session.TurnToken;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Cookie;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Names;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Tokens;
import dev.rekey.http.Fields;
import dev.rekey.http.Json;
import dev.rekey.http.RailsFraming.Extras;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The header fields and the cookie by which an answer keeps its client signed in. */
final class EncodeCredentials {

  private static final String BLANK = " ";
  private static final List<String> ATTRIBUTES = List.of("path=/", "samesite=lax");
  private static final String GONE = "; max-age=0";

  private final Tokens tokens;
  private final Names names;

  EncodeCredentials(Tokens tokens) {
    this.tokens = tokens;
    this.names = tokens.names();
  }

  /**
   * What a client keeps.
   *
   * @param client its id
   */
  private record Kept(String token, String client, Instant expiry, String uid) {
    @Override
    public String toString() {
      return "Kept[hidden]";
    }
  }

  Extras fresh(Account account, Issued issued) {
    return all(kept(issued.token(), issued.grant(), account));
  }

  /** A reset letter's ticket in the place of a token, until the password is set. */
  Extras ticket(Account account, String ticket, Instant expiry) {
    return all(new Kept(ticket, Words.TICKET_CLIENT, expiry, EncodeUser.uid(account)));
  }

  /** The same for an answer that has it in an address: it is a cookie besides, or nothing. */
  Extras ticketCookie(Account account, String ticket, Instant expiry) {
    return new Extras(Fields.none(), ticket(account, ticket, expiry).setCookie());
  }

  /**
   * @param shown the request's own token
   */
  Extras turned(TurnToken.Outcome outcome, String shown, Account account) {
    return switch (outcome) {
      case TurnToken.Outcome.Turned(Issued issued) -> fresh(account, issued);
      case TurnToken.Outcome.Batched(Grant grant, boolean lasting) ->
          lasting ? batched(kept(shown, grant, account)) : Extras.none();
      case TurnToken.Outcome.Gone() -> Extras.none();
    };
  }

  /** The client keeps nothing from now on. */
  Extras gone() {
    return new Extras(Fields.none(), tokens.cookie().map(one -> () -> line(one, "") + GONE));
  }

  private static Kept kept(String token, Grant grant, Account account) {
    return new Kept(token, grant.ref().key(), grant.expiresAt(), EncodeUser.uid(account));
  }

  private Extras batched(Kept kept) {
    if (tokens.lasting()) {
      return all(kept);
    }
    return switch (tokens.batchAnswers()) {
      case REPEAT -> Extras.of(fields(kept));
      case BLANK -> Extras.of(fields(kept, BLANK, BLANK));
      case OMIT -> Extras.none();
    };
  }

  private Extras all(Kept kept) {
    return new Extras(fields(kept), tokens.cookie().map(one -> () -> line(one, cookieValue(kept))));
  }

  private Fields fields(Kept kept) {
    return fields(kept, kept.token(), seconds(kept));
  }

  /** As the gem has it: whatever the fields hold, {@code authorization} holds the real ones. */
  private Fields fields(Kept kept, String token, String expiry) {
    Fields five =
        Fields.none()
            .with(names.accessToken(), token)
            .with(names.tokenType(), Words.BEARER)
            .with(names.client(), kept.client())
            .with(names.expiry(), expiry)
            .with(names.uid(), kept.uid());
    return tokens.cookie().isPresent()
        ? five
        : five.with(names.authorization(), authorization(kept));
  }

  private String authorization(Kept kept) {
    return Words.BEARER + ' ' + Base64.getEncoder().encodeToString(json(kept));
  }

  private String cookieValue(Kept kept) {
    String json = new String(json(kept), StandardCharsets.UTF_8);
    return URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  private byte[] json(Kept kept) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put(names.accessToken(), kept.token());
    members.put(names.tokenType(), Words.BEARER);
    members.put(names.client(), kept.client());
    members.put(names.expiry(), seconds(kept));
    members.put(names.uid(), kept.uid());
    return Json.write(members);
  }

  private static String seconds(Kept kept) {
    return String.valueOf(kept.expiry().getEpochSecond());
  }

  /** The cookie's own attributes take the place of the usual ones. */
  private static String line(Cookie cookie, String value) {
    Map<String, String> attributes = new LinkedHashMap<>();
    ATTRIBUTES.forEach(one -> attributes.put(nameOf(one), one));
    cookie.attributes().forEach(one -> attributes.put(nameOf(one), one));
    return cookie.name()
        + '='
        + value
        + attributes.values().stream().map(one -> "; " + one).collect(Collectors.joining());
  }

  private static String nameOf(String attribute) {
    return attribute.split("=", 2)[0].toLowerCase(Locale.ROOT);
  }
}
