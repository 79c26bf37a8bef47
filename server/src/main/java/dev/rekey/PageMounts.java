package dev.rekey;

import dev.rekey.admin.AccountWork;
import dev.rekey.admin.ConsolePages;
import dev.rekey.admin.MountView;
import dev.rekey.admin.SettingView;
import dev.rekey.config.Configuration;
import dev.rekey.core.account.Realm;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.proof.Stay;
import dev.rekey.core.token.BearerTokens;
import dev.rekey.core.token.Revocation;
import dev.rekey.http.Mount;
import dev.rekey.page.Dressing;
import dev.rekey.web.AccountPages;
import java.util.List;
import java.util.Optional;

/** The part of the wiring that makes the pages for people. */
final class PageMounts {

  private static final int MOST_SESSIONS = 100;

  private final House house;
  private final Dressing dressing;
  private final UseCases useCases;

  PageMounts(House house, Dressing dressing) {
    this.house = house;
    this.dressing = dressing;
    this.useCases = new UseCases(house);
  }

  /**
   * The console.
   *
   * @param wires what is mounted beside the pages
   */
  Mount consolePages(List<Mount> wires) {
    return new ConsolePages(
        new ConsolePages.Settings(
            Realm.MAIN,
            house.publicUrl(),
            house.configuration().roles(),
            mounts(wires),
            settings()),
        useCases.prover(UseCases.NO_SIGNED_TOKENS, Prover.Rules.of(stay())),
        house.mint(),
        dressing,
        new ConsolePages.Work(
            useCases.passwords(),
            accounts(),
            new IncidentUseCases(house).bulkWork(),
            useCases.readAudit(),
            useCases.viewServer(),
            house.viewAdoption(),
            house.specimens(),
            useCases.listCases(),
            useCases.closeCase()));
  }

  private static List<MountView> mounts(List<Mount> wires) {
    return wires.stream().map(mount -> new MountView(mount.name(), mount.prefixes())).toList();
  }

  private List<SettingView> settings() {
    return house.configuration().settings().stream()
        .map(one -> new SettingView(one.key(), one.value(), one.origin()))
        .toList();
  }

  private AccountWork accounts() {
    NewPassword newPassword = house.newPassword(house.configuration().policy());
    return new AccountWork(
        useCases.searchAccounts(),
        useCases.seeStanding(),
        useCases.createAccount(newPassword),
        useCases.editAccount(EmailRule.DEVISE),
        house.disableAccount(),
        useCases.deleteAccount(),
        useCases.setPassword(newPassword),
        useCases.giveTemporaryPassword(newPassword),
        useCases.sendReset(),
        useCases.forgiveFailures(),
        useCases.sessions());
  }

  Mount accountPages() {
    NewPassword newPassword = house.newPassword(house.configuration().policy());
    BearerTokens tokens = new BearerTokens(house.mint(), stay().first());
    return new AccountPages(
        new AccountPages.Settings(
            Realm.MAIN, house.publicUrl(), house.configuration().policy().settings()),
        useCases.prover(UseCases.NO_SIGNED_TOKENS, Prover.Rules.of(stay())),
        house.mint(),
        dressing,
        new AccountPages.Work(
            useCases.signInOfPeople(
                tokens, MOST_SESSIONS, ConfirmationRule.none(), Optional.empty()),
            useCases.signOut(Revocation.ALLOW_LIST),
            useCases.sessions(),
            useCases.recentActivity(),
            useCases.changePassword(newPassword, EmailRule.DEVISE, true),
            useCases.changeProfile(EmailRule.DEVISE),
            useCases.judgePassword(newPassword),
            useCases.askForLetter(),
            useCases.typeCode(),
            useCases.lookAtTicket(),
            useCases.spendTicket(newPassword),
            useCases.confirmEmail(),
            useCases.unlock(),
            useCases.lookAtAlarm(),
            useCases.raiseAlarm()));
  }

  /** The console is opened with a session of the owner's pages. */
  private Stay stay() {
    Configuration.Sessions sessions = house.configuration().sessions();
    return new Stay(AccountPages.WIRE, sessions.idle(), sessions.overall());
  }
}
