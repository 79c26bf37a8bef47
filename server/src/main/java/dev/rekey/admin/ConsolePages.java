package dev.rekey.admin;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Roles;
import dev.rekey.core.letter.Specimens;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.steward.CloseCase;
import dev.rekey.core.steward.ListCases;
import dev.rekey.core.steward.ReadAudit;
import dev.rekey.core.steward.ViewAdoption;
import dev.rekey.core.steward.ViewServer;
import dev.rekey.core.token.Mint;
import dev.rekey.http.Fault;
import dev.rekey.http.Mount;
import dev.rekey.http.PathRules;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Doorway;
import dev.rekey.page.Dressing;
import dev.rekey.page.Faults;
import dev.rekey.page.Jar;
import dev.rekey.page.Paths;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The pages for those who run the server. */
public final class ConsolePages implements Mount {

  private static final String WIRE = "console";

  private final Dressing dressing;
  private final List<Route> routes;

  /**
   * @param prover reads the tokens that the session cookie holds
   */
  public ConsolePages(Settings settings, Prover prover, Mint mint, Dressing dressing, Work work) {
    this.dressing = dressing;
    Jar jar = Jar.at(settings.publicUrl());
    ConsoleDoor door =
        new ConsoleDoor(new Doorway(settings.realm(), WIRE, prover, mint, jar, dressing));
    Reassurance reassurance = new Reassurance(work.passwords());
    this.routes =
        Stream.of(
                List.of(new Route("GET", Paths.CONSOLE, door::lead)),
                new OverviewPages(door, work.viewServer()).routes(),
                accounts(door, settings, work),
                new BulkPages(door, work.bulk(), settings.roles(), reassurance).routes(),
                new BulkDeedPages(door, work.bulk(), reassurance).routes(),
                new CasesPages(door, work.listCases(), work.closeCase()).routes(),
                new AuditPages(door, work.readAudit()).routes(),
                new RightsPages(door, settings.roles()).routes(),
                new ServerPages(door, settings.mounts(), settings.values()).routes(),
                new AdoptionPages(door, work.viewAdoption()).routes(),
                new LetterPreviews(door, work.letters()).routes())
            .flatMap(List::stream)
            .toList();
  }

  private static List<Route> accounts(ConsoleDoor door, Settings settings, Work work) {
    AccountWork accounts = work.accounts();
    AccountDoor one = new AccountDoor(door, accounts.see());
    Assent assent = new Assent(work.passwords());
    TicketLink reset = new TicketLink(settings.publicUrl() + "/account/reset/{token}");
    return Stream.of(
            new AccountsPages(door, accounts.search(), settings.roles()).routes(),
            new NewAccountPages(door, accounts, assent, settings.roles(), reset).routes(),
            new AccountPage(one, accounts.sessions(), assent).routes(),
            new AccountEditPages(one, accounts.edit(), assent).routes(),
            new AccountRightsPages(one, accounts.edit(), assent, settings.roles()).routes(),
            new AccountPasswordPages(one, accounts.setPassword(), assent).routes(),
            new TemporaryPasswordPages(one, accounts.giveTemporaryPassword(), assent).routes(),
            new AccountActPages(one, accounts, assent, reset).routes())
        .flatMap(Function.identity())
        .toList();
  }

  /**
   * Where the console is, and for whom.
   *
   * @param publicUrl where people find the server
   * @param values what is configured, without secrets
   */
  public record Settings(
      Realm realm,
      String publicUrl,
      Roles roles,
      List<MountView> mounts,
      List<SettingView> values) {

    public Settings {
      mounts = List.copyOf(mounts);
      values = List.copyOf(values);
    }
  }

  /** What is done. */
  public record Work(
      PasswordCheck passwords,
      AccountWork accounts,
      BulkWork bulk,
      ReadAudit readAudit,
      ViewServer viewServer,
      ViewAdoption viewAdoption,
      Specimens letters,
      ListCases listCases,
      CloseCase closeCase) {}

  @Override
  public String name() {
    return WIRE;
  }

  @Override
  public List<String> prefixes() {
    return List.of(Paths.CONSOLE);
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
