package dev.rekey.page;

import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Realm;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.http.FormBody;
import dev.rekey.http.MediaType;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Through which every page is opened: it knows who comes, and lets in no form from elsewhere. */
public final class Doorway {

  /** Whoever may one of these finds something to do at the console. */
  private static final Set<Capability> STEWARDS =
      Set.of(
          Capability.LIST_ACCOUNTS,
          Capability.UPDATE_ACCOUNTS,
          Capability.VIEW_PRIVILEGES,
          Capability.VIEW_SERVER,
          Capability.VIEW_AUDIT,
          Capability.ACT_IN_BULK);

  /** What is open to somebody whose password has to be changed. */
  private static final Set<String> UNTIL_CHANGED = Set.of(Paths.PASSWORD, Paths.SIGN_OUT);

  private static final int SECRET_BYTES = 18;
  private static final String FORM_TYPE = "application/x-www-form-urlencoded";

  private final Realm realm;
  private final String wire;
  private final Prover prover;
  private final Mint mint;
  private final Jar jar;
  private final Dressing dressing;

  /**
   * @param wire the name of these pages in the audit trail and on their sessions
   */
  public Doorway(Realm realm, String wire, Prover prover, Mint mint, Jar jar, Dressing dressing) {
    this.realm = realm;
    this.wire = wire;
    this.prover = prover;
    this.mint = mint;
    this.jar = jar;
    this.dressing = dressing;
  }

  /** A page for anybody. */
  public Response open(Request request, Function<Visitor, Response> page) {
    if (!jar.mayCarry(request)) {
      return Message.of(dressing.frame(request), "plain").answer(403);
    }
    Optional<String> known = jar.form(request);
    String secret = known.orElseGet(this::secret);
    Response response = page.apply(visitor(request, secret));
    return known.isPresent() ? response : response.with("set-cookie", jar.setForm(secret));
  }

  /** A page for somebody signed in; others are asked to sign in first, and come back then. */
  public Response openToOwner(Request request, BiFunction<Visitor, Caller, Response> page) {
    return open(
        request,
        visitor ->
            visitor
                .caller()
                .map(caller ->
                    waits(caller, request)
                        ? Sheet.seeOther(Paths.PASSWORD)
                        : page.apply(visitor, caller))
                .orElseGet(() -> toSignIn(request)));
  }

  /** Whose password has to be changed finds every other door shut until it is. */
  private static boolean waits(Caller caller, Request request) {
    return caller.mustChange() && !UNTIL_CHANGED.contains(request.path());
  }

  /** A form that a page of ours sent. */
  public Response take(Request request, BiFunction<Visitor, Fields, Response> act) {
    return open(
        request,
        visitor ->
            form(request)
                .filter(form -> isOurs(request, form))
                .map(form -> act.apply(visitor, form))
                .orElseGet(() -> notOurs(visitor)));
  }

  /** What a form of somebody signed in does. */
  public interface OwnersAct {
    Response apply(Visitor visitor, Caller caller, Fields form);
  }

  /** A form of somebody signed in. */
  public Response takeFromOwner(Request request, OwnersAct act) {
    return take(
        request,
        (visitor, form) ->
            visitor
                .caller()
                .map(caller ->
                    waits(caller, request)
                        ? Sheet.seeOther(Paths.PASSWORD)
                        : act.apply(visitor, caller, form))
                .orElseGet(() -> toSignIn(request)));
  }

  /** What a signed-in browser gets: its session, and a form secret that is younger. */
  public Response withSession(Response response, String token) {
    return response
        .with("set-cookie", jar.setSession(token))
        .with("set-cookie", jar.setForm(secret()));
  }

  public Response withoutSession(Response response) {
    return response.with("set-cookie", jar.dropSession()).with("set-cookie", jar.setForm(secret()));
  }

  private Visitor visitor(Request request, String secret) {
    Visit visit = new Visit(realm, wire, request.origin(), Optional.empty());
    Optional<Caller> caller = jar.session(request).flatMap(token -> prove(token, visit));
    Frame frame =
        dressing.frame(
            language(caller, visit),
            caller.map(Doorway::person),
            TokenDigest.of(csrf(secret)).hex());
    return new Visitor(request, visit, frame, caller);
  }

  private static Optional<Language> language(Optional<Caller> caller, Visit visit) {
    return caller.isEmpty()
        ? visit.origin().language()
        : Language.of(caller.get().account().profile(), visit);
  }

  private Optional<Caller> prove(String token, Visit visit) {
    return switch (prover.prove(new Claim.BearerToken(token), visit)) {
      case Proof.Known(Caller caller) -> Optional.of(caller);
      case Proof.Stranger _, Proof.TooMany _, Proof.Overloaded _ -> Optional.empty();
    };
  }

  private static Frame.Person person(Caller caller) {
    boolean steward = STEWARDS.stream().anyMatch(caller::may);
    return new Frame.Person(caller.account().logins().display(), steward);
  }

  private static Response toSignIn(Request request) {
    String next = request.method().equals("GET") ? "?next=" + request.path() : "";
    return Sheet.seeOther(Paths.SIGN_IN + next);
  }

  private static Optional<Fields> form(Request request) {
    return MediaType.of(request)
        .filter(type -> type.is(FORM_TYPE))
        .flatMap(_ -> FormBody.parse(request.body()));
  }

  /** Sent by a page of this origin (Fetch Metadata), with what only such a page knows. */
  private boolean isOurs(Request request, Fields form) {
    boolean near =
        request.header("sec-fetch-site").filter(site -> !site.equals("same-origin")).isEmpty();
    Optional<String> secret = jar.form(request);
    Optional<String> sent = form.first("csrf");
    return near
        && secret.isPresent()
        && sent.filter(text -> new TokenDigest(text).matches(csrf(secret.get()))).isPresent();
  }

  private static Response notOurs(Visitor visitor) {
    return Message.of(visitor.frame(), "stale-form").to(visitor.request().path()).answer(403);
  }

  private String secret() {
    return mint.token(SECRET_BYTES);
  }

  private static String csrf(String secret) {
    return "form " + secret;
  }
}
