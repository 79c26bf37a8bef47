package dev.rekey.dialect.own;

import dev.rekey.core.account.Realm;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.change.JudgePassword;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.repeat.AnswerOnce;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.LookAtTicket;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.reset.Unlock;
import dev.rekey.core.session.Sessions;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.ForgiveFailures;
import dev.rekey.core.steward.SearchAccounts;
import dev.rekey.core.steward.SeeAccount;
import dev.rekey.core.steward.SendReset;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.http.Cors;
import dev.rekey.http.Fault;
import dev.rekey.http.Mount;
import dev.rekey.http.PathRules;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rekey's own API, and its manual. */
public final class OwnDialect implements Mount {

  /** What a page of another origin may read beside the body. */
  private static final List<String> EXPOSED =
      List.of(
          Words.ETAG,
          Words.LOCATION,
          Words.RETRY_AFTER,
          Words.WWW_AUTHENTICATE,
          Words.REQUEST_ID,
          Words.REPLAYED);

  private final Settings settings;
  private final Manual manual;
  private final List<Route> routes;

  /**
   * @param prover reads the tokens that signing in issues
   * @param once keeps the answers to requests that bear a key
   */
  public OwnDialect(Settings settings, Prover prover, AnswerOnce once, Work work) {
    this.settings = settings;
    this.manual = new Manual(settings);
    Gate gate = new Gate(settings, prover, once);
    Stream<Route> api =
        Stream.of(
                new SessionRoutes(gate, work.entrance(), settings).routes(),
                new AccountRoutes(gate, work.owners(), settings.links().confirmation()).routes(),
                new PasswordRoutes(gate, work.passwords(), settings.policy()).routes(),
                new LetterRoutes(gate, work.letters(), settings.links()).routes(),
                new StewardRoutes(gate, work.stewards(), work.entrance().sessions(), settings)
                    .routes())
            .flatMap(some -> some)
            .map(this::mounted);
    this.routes = Stream.concat(api, manual.routes()).toList();
  }

  /**
   * Where the wire is mounted, and what of it is a choice.
   *
   * @param name the mount's name, for logs, metrics and the audit trail
   * @param realm whose accounts it serves
   * @param prefix what every path begins with; no slash at its end
   * @param manual what the paths of {@code openapi.json} and {@code docs} begin with
   * @param publicUrl where people find the server, for the document
   * @param policy what a new password must be, as it is told
   * @param origins whose pages may read the answers
   */
  public record Settings(
      String name,
      Realm realm,
      String prefix,
      String manual,
      String publicUrl,
      Links links,
      PolicySettings policy,
      List<String> origins) {}

  /** Where the letters lead. */
  public record Links(TicketLink reset, TicketLink confirmation, TicketLink unlock) {}

  /** What is done. */
  public record Work(
      Entrance entrance, Owners owners, Passwords passwords, Letters letters, Stewards stewards) {}

  /** What is done with sessions. */
  public record Entrance(SignIn signIn, SignOut signOut, Sessions sessions) {}

  /** What is done with the own account. */
  public record Owners(SignUp signUp, ChangeProfile changeProfile, CancelAccount cancelAccount) {}

  /** What is done with passwords. */
  public record Passwords(
      ChangePassword change,
      LookAtTicket lookAtTicket,
      SpendTicket spendTicket,
      JudgePassword judge) {}

  /** What is done with letters. */
  public record Letters(AskForLetter ask, ConfirmEmail confirm, Unlock unlock) {}

  /** What is done with the accounts of others. */
  public record Stewards(
      SearchAccounts search,
      SeeAccount see,
      CreateAccount create,
      EditAccount edit,
      DeleteAccount delete,
      SetPassword setPassword,
      SendReset sendReset,
      ForgiveFailures forgive) {}

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public List<String> prefixes() {
    return Stream.concat(Stream.of(settings.prefix()), manual.prefixes()).toList();
  }

  @Override
  public PathRules pathRules() {
    return new PathRules(false, false, false);
  }

  @Override
  public List<Route> routes() {
    return routes;
  }

  @Override
  public Optional<Cors> cors() {
    return Optional.of(new Cors(settings.origins(), EXPOSED));
  }

  @Override
  public Response fault(Request request, Fault fault) {
    return Finish.of(request, Encode.fault(fault).write(request.id()));
  }

  private Route mounted(Route route) {
    return new Route(route.method(), settings.prefix() + route.path(), route.handler());
  }
}
