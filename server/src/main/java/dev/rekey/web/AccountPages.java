package dev.rekey.web;

import dev.rekey.core.account.Realm;
import dev.rekey.core.alarm.LookAtAlarm;
import dev.rekey.core.alarm.RaiseAlarm;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.change.JudgePassword;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.LookAtTicket;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.reset.TypeCode;
import dev.rekey.core.reset.Unlock;
import dev.rekey.core.session.RecentActivity;
import dev.rekey.core.session.Sessions;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.PhraseBook;
import dev.rekey.http.Fault;
import dev.rekey.http.Mount;
import dev.rekey.http.PathRules;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Assets;
import dev.rekey.page.Doorway;
import dev.rekey.page.Dressing;
import dev.rekey.page.Faults;
import dev.rekey.page.Jar;
import dev.rekey.page.Paths;
import java.util.List;
import java.util.stream.Stream;

/** The pages for the owner of an account. */
public final class AccountPages implements Mount {

  /** The name of the pages in the audit trail and on their sessions. */
  public static final String WIRE = "account";

  /** Where the links of notices lead. */
  public static final String ALARM = "/account/alarm/{token}";

  private static final List<String> PREFIXES =
      List.of(Paths.ACCOUNT, Assets.PREFIX, "/.well-known/change-password");

  private final Dressing dressing;
  private final List<Route> routes;

  /**
   * @param prover reads the tokens that the session cookie holds
   */
  public AccountPages(Settings settings, Prover prover, Mint mint, Dressing dressing, Work work) {
    this.dressing = dressing;
    Jar jar = Jar.at(settings.publicUrl());
    Doorway doorway = new Doorway(settings.realm(), WIRE, prover, mint, jar, dressing);
    TicketLink reset = link(settings, "/account/reset/{token}");
    TicketLink confirmation = link(settings, "/account/confirm/{token}");
    PhrasePages phrases = new PhrasePages(PhraseBook.shipped(mint));
    this.routes =
        Stream.of(
                dressing.assets().routes(),
                new SignInPages(doorway, work.signIn(), work.signOut()).routes(),
                new HomePages(doorway, work.sessions()).routes(),
                new PasswordPages(doorway, work.changePassword(), settings.policy(), phrases)
                    .routes(),
                phrases.routes(),
                new SessionPages(doorway, work.sessions()).routes(),
                new ActivityPages(doorway, work.activity()).routes(),
                new ProfilePages(doorway, work.changeProfile(), confirmation).routes(),
                new LetterPages(doorway, work.ask(), work.confirm(), work.unlock(), reset, mint)
                    .routes(),
                new CodePages(doorway, work.typeCode()).routes(),
                new ResetPages(doorway, work.look(), work.spend(), settings.policy(), phrases)
                    .routes(),
                new AlarmPages(doorway, work.lookAtAlarm(), work.raiseAlarm(), reset).routes(),
                new TicketPages(doorway).routes(),
                new JudgePages(doorway, work.judge()).routes())
            .flatMap(List::stream)
            .toList();
  }

  /**
   * Where the pages are, and for whom.
   *
   * @param publicUrl where people find the server; letters lead there
   * @param policy what a new password must be, as it is told
   */
  public record Settings(Realm realm, String publicUrl, PolicySettings policy) {}

  /** What is done. */
  public record Work(
      SignIn signIn,
      SignOut signOut,
      Sessions sessions,
      RecentActivity activity,
      ChangePassword changePassword,
      ChangeProfile changeProfile,
      JudgePassword judge,
      AskForLetter ask,
      TypeCode typeCode,
      LookAtTicket look,
      SpendTicket spend,
      ConfirmEmail confirm,
      Unlock unlock,
      LookAtAlarm lookAtAlarm,
      RaiseAlarm raiseAlarm) {}

  private static TicketLink link(Settings settings, String path) {
    return new TicketLink(settings.publicUrl() + path);
  }

  @Override
  public String name() {
    return WIRE;
  }

  @Override
  public List<String> prefixes() {
    return PREFIXES;
  }

  @Override
  public PathRules pathRules() {
    return new PathRules(false, true, false);
  }

  @Override
  public List<Route> routes() {
    return routes;
  }

  @Override
  public Response fault(Request request, Fault fault) {
    return Faults.answer(dressing.frame(request), fault);
  }
}
