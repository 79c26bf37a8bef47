package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Realm;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.LookAtTicket;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.reset.Unlock;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.session.TurnToken;
import dev.rekey.core.token.Issuer;
import dev.rekey.http.Cors;
import dev.rekey.http.Fault;
import dev.rekey.http.Mount;
import dev.rekey.http.PathRules;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The wire of devise_token_auth: sign in once, then a rotating token in the header fields. */
public final class TokenAuthDialect implements Mount {

  private static final String INCIDENT = "x-incident-id";

  private final Settings settings;
  private final Encode encode;
  private final List<Route> routes;

  public TokenAuthDialect(Settings settings, RailsFraming framing, Deeds deeds) {
    this.settings = settings;
    this.encode = new Encode(framing);
    this.routes = List.copyOf(routes(new Reception(settings, deeds, encode)));
  }

  private List<Route> routes(Reception reception) {
    List<Route> all = new ArrayList<>(new Registrations(reception).routes());
    all.addAll(new Sessions(reception).routes());
    all.addAll(new Passwords(reception).routes());
    if (settings.rules().confirmable()) {
      all.addAll(new Confirmations(reception).routes());
    }
    if (settings.rules().lockable()) {
      all.addAll(new Unlocks(reception).routes());
    }
    return all;
  }

  /**
   * What this wire can have done.
   *
   * @param renewal makes the token that follows a change at once; empty where tokens last
   * @param issuer makes the token of whoever has reset a password
   */
  public record Deeds(
      Prover prover,
      TurnToken turnToken,
      SignUp signUp,
      ChangeProfile changeProfile,
      CancelAccount cancelAccount,
      SignIn signIn,
      SignOut signOut,
      ChangePassword changePassword,
      Optional<ChangePassword.Renewal> renewal,
      AskForLetter askForLetter,
      LookAtTicket lookAtTicket,
      SpendTicket spendTicket,
      Issuer issuer,
      ConfirmEmail confirmEmail,
      Unlock unlock) {}

  /**
   * How this mount differs from another.
   *
   * @param name what it is called in the log and on its tokens
   * @param prefix where it is mounted, such as {@code /auth}
   * @param realm whose accounts it serves
   * @param publicUrl where people find this server, without a slash at the end
   * @param profileFields what people may say of themselves, and are shown of it; {@code username}
   *     is the account's name
   * @param origins whose pages may read the answers, see {@link Cors}
   */
  public record Settings(
      String name,
      String prefix,
      Realm realm,
      String publicUrl,
      Tokens tokens,
      Rules rules,
      Redirects redirects,
      List<String> profileFields,
      List<String> origins) {

    public Settings {
      if (!prefix.startsWith("/") || prefix.endsWith("/")) {
        throw new IllegalArgumentException(
            "a prefix begins with a slash and ends without one, found: " + prefix);
      }
      profileFields = List.copyOf(profileFields);
      origins = List.copyOf(origins);
    }

    /** As the document and the gem have it, but for what this house does better. */
    public static Settings standard() {
      return new Settings(
          "tokenauth",
          "/auth",
          Realm.MAIN,
          "http://localhost:8080",
          Tokens.standard(),
          Rules.standard(),
          Redirects.none(),
          List.of("name", "nickname", "image"),
          List.of("*"));
    }

    public Settings withTokens(Tokens other) {
      return new Settings(
          name, prefix, realm, publicUrl, other, rules, redirects, profileFields, origins);
    }

    public Settings withRules(Rules other) {
      return new Settings(
          name, prefix, realm, publicUrl, tokens, other, redirects, profileFields, origins);
    }

    public Settings withRedirects(Redirects other) {
      return new Settings(
          name, prefix, realm, publicUrl, tokens, rules, other, profileFields, origins);
    }
  }

  /**
   * How tokens travel.
   *
   * @param lasting a token is good as long as its session: no answer brings another one
   * @param batchAnswers what an answer inside a batch carries
   * @param cookie where answers bring them as a cookie as well
   */
  public record Tokens(
      Names names, boolean lasting, BatchAnswers batchAnswers, Optional<Cookie> cookie) {

    public static Tokens standard() {
      return new Tokens(Names.standard(), false, BatchAnswers.REPEAT, Optional.empty());
    }
  }

  /** What the parts of the credentials are called: in header fields, parameters and JSON. */
  public record Names(
      String accessToken,
      String tokenType,
      String client,
      String expiry,
      String uid,
      String authorization) {

    public Names {
      List<String> all = List.of(accessToken, tokenType, client, expiry, uid, authorization);
      if (all.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().count() < all.size()) {
        throw new IllegalArgumentException("no two header fields may share a name: " + all);
      }
    }

    public static Names standard() {
      return new Names("access-token", "token-type", "client", "expiry", "uid", "authorization");
    }

    private List<String> exposed() {
      return List.of(accessToken, tokenType, client, expiry, uid, authorization, INCIDENT);
    }
  }

  /**
   * A cookie that holds the credentials.
   *
   * @param attributes as they stand behind the value, such as {@code secure}
   */
  public record Cookie(String name, List<String> attributes) {
    public Cookie {
      attributes = List.copyOf(attributes);
    }
  }

  /** What the token fields of an answer hold when the request's own token stays good. */
  public enum BatchAnswers {
    /** The request's token again: every known client works with it. */
    REPEAT,
    /** A single blank, as the gem has it. */
    BLANK,
    /** No fields at all, as the gem had it before. */
    OMIT
  }

  /**
   * What is asked of people, and what they are told.
   *
   * @param resetTokenDemanded a reset is done with the ticket as a parameter, and a letter's link
   *     hands on nothing else
   * @param confirmable an address has to be confirmed
   * @param reconfirms so has a new one, before it takes the old one's place
   * @param lockable there are letters that unlock an account
   * @param paranoid nobody is told which accounts there are, or that one is shut
   */
  public record Rules(
      CurrentPassword currentPassword,
      boolean resetTokenDemanded,
      boolean confirmable,
      boolean reconfirms,
      boolean lockable,
      boolean paranoid) {

    public static Rules standard() {
      return new Rules(CurrentPassword.IF_SENT, false, false, false, false, true);
    }
  }

  /** When a change must show the current password. */
  public enum CurrentPassword {
    /** It is not even looked at. */
    NEVER,
    /** What is sent must be right. */
    IF_SENT,
    /** Any change must show it. */
    ATTRIBUTES,
    /** A change of the password must. */
    PASSWORD
  }

  /**
   * Where browsers are led behind a letter's link.
   *
   * @param whitelist addresses that a request may name, with {@code *} for any signs; when there
   *     are none, those of this host and of the reader's own machine
   * @param afterReset where to when the request names none
   * @param afterConfirmation likewise
   */
  public record Redirects(
      List<String> whitelist, Optional<String> afterReset, Optional<String> afterConfirmation) {

    public Redirects {
      whitelist = List.copyOf(whitelist);
    }

    public static Redirects none() {
      return new Redirects(List.of(), Optional.empty(), Optional.empty());
    }
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public List<String> prefixes() {
    return List.of(settings.prefix());
  }

  @Override
  public PathRules pathRules() {
    return new PathRules(false, true, true);
  }

  @Override
  public List<Route> routes() {
    return routes;
  }

  @Override
  public Optional<Cors> cors() {
    return Optional.of(new Cors(settings.origins(), settings.tokens().names().exposed()));
  }

  @Override
  public Response fault(Request request, Fault fault) {
    return encode.fault(request, fault);
  }
}
