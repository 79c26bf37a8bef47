package dev.rekey;

import dev.rekey.config.MountConfig;
import dev.rekey.core.alarm.LookAtAlarm;
import dev.rekey.core.alarm.Lookout;
import dev.rekey.core.alarm.RaiseAlarm;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.change.JudgePassword;
import dev.rekey.core.change.ProfileDesk;
import dev.rekey.core.chronicle.HashKind;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.NameCheck;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.repeat.AnswerOnce;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.LockNotice;
import dev.rekey.core.reset.LookAtTicket;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.reset.TypeCode;
import dev.rekey.core.reset.Unlock;
import dev.rekey.core.session.LookAtAccount;
import dev.rekey.core.session.RecentActivity;
import dev.rekey.core.session.Sessions;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.session.TurnToken;
import dev.rekey.core.steward.CloseCase;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.ForgiveFailures;
import dev.rekey.core.steward.GiveTemporaryPassword;
import dev.rekey.core.steward.ListCases;
import dev.rekey.core.steward.ReadAudit;
import dev.rekey.core.steward.SearchAccounts;
import dev.rekey.core.steward.SeeAccount;
import dev.rekey.core.steward.SeeStanding;
import dev.rekey.core.steward.SendReset;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.steward.ViewServer;
import dev.rekey.core.token.ClientTokens;
import dev.rekey.core.token.Codes;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.PhraseBook;
import dev.rekey.core.token.Revocation;
import dev.rekey.core.token.SignedTokens;
import java.util.Optional;

/** The part of the wiring that makes use cases, each with what a mount has of its own. */
final class UseCases {

  /** Wires without signed tokens read none. */
  static final SignedTokens NO_SIGNED_TOKENS =
      (_, _, _) -> new SignedTokens.Reading.Rejected(SignedTokens.Flaw.SEGMENTS);

  private final House house;
  private final Doorkeeper doorkeeper;
  private final PasswordCheck passwords;
  private final NameCheck names;
  private final Codes codes;
  private final TicketOffice office;

  UseCases(House house) {
    this.house = house;
    this.doorkeeper = house.doorkeeper();
    this.passwords = house.passwordCheck(doorkeeper);
    this.names = new NameCheck(passwords);
    this.codes = new Codes(house.mint(), house.instanceKey().derive("reset-codes"));
    this.office = new TicketOffice(house.mint(), codes, house.configuration().lifetimes());
  }

  private UseCases(UseCases others, NameCheck names) {
    this.house = others.house;
    this.doorkeeper = others.doorkeeper;
    this.passwords = others.passwords;
    this.names = names;
    this.codes = others.codes;
    this.office = others.office;
  }

  /** The same for a mount that may have an old system behind it. */
  UseCases at(MountConfig mount) {
    return new UseCases(
        this, new NameCheck(passwords, house.adoptionRoom().adopter(mount, house, passwords)));
  }

  ReadAudit readAudit() {
    return new ReadAudit(house.store().audit(), house.accounts(), house.clock());
  }

  ViewServer viewServer() {
    return new ViewServer(
        house.store().chronicle(),
        house.store().outbox(),
        house::hashingLoad,
        HashKind.of(house.configuration().hashing().cost()),
        house.clock());
  }

  TicketOffice office() {
    return office;
  }

  PasswordCheck passwords() {
    return passwords;
  }

  Prover prover(SignedTokens tokens, Prover.Rules rules) {
    return new Prover(
        house.accounts(),
        house.store().grants(),
        house.tickets(),
        passwords,
        names,
        tokens,
        rules,
        house.configuration().roles(),
        house.clock());
  }

  SignIn signIn(Issuer issuer, int most, ConfirmationRule confirmation) {
    return signIn(issuer, most, confirmation, Optional.empty());
  }

  /**
   * @param lockLink where the letter leads that opens an account which failures have shut; empty
   *     for no such letter
   */
  SignIn signIn(
      Issuer issuer, int most, ConfirmationRule confirmation, Optional<TicketLink> lockLink) {
    return signIn(issuer, most, confirmation, lockLink, lookoutOfPrograms());
  }

  /** Where people sign in themselves, rather than a program of theirs. */
  SignIn signInOfPeople(
      Issuer issuer, int most, ConfirmationRule confirmation, Optional<TicketLink> lockLink) {
    return signIn(issuer, most, confirmation, lockLink, lookoutOfPeople());
  }

  private SignIn signIn(
      Issuer issuer,
      int most,
      ConfirmationRule confirmation,
      Optional<TicketLink> lockLink,
      Optional<Lookout> lookout) {
    return new SignIn(
        names,
        house.grants(),
        issuer,
        most,
        confirmation,
        lockLink.map(this::lockNotice),
        lookout,
        house.clock());
  }

  private Optional<Lookout> lookoutOfPeople() {
    return switch (house.configuration().notices().newDevice()) {
      case OFF -> Optional.empty();
      case PEOPLE, EVERYWHERE -> lookout(Lookout.Sight.DEVICE_AND_REGION);
    };
  }

  private Optional<Lookout> lookoutOfPrograms() {
    return switch (house.configuration().notices().newDevice()) {
      case OFF, PEOPLE -> Optional.empty();
      case EVERYWHERE -> lookout(Lookout.Sight.DEVICE);
    };
  }

  private Optional<Lookout> lookout(Lookout.Sight sight) {
    return Optional.of(new Lookout(house.alarmOffice(), sight));
  }

  private LockNotice lockNotice(TicketLink link) {
    return new LockNotice(house.accounts(), doorkeeper, askForLetter(), link);
  }

  LookAtAccount lookAtAccount() {
    return new LookAtAccount(house.accounts(), doorkeeper);
  }

  TurnToken turnToken(ClientTokens tokens, TurnToken.Rhythm rhythm) {
    return new TurnToken(house.store().grants(), tokens, rhythm, house.clock());
  }

  SignOut signOut(Revocation revocation) {
    return new SignOut(house.store().grants(), revocation, house.clock());
  }

  Sessions sessions() {
    return new Sessions(house.accounts(), house.store().grants(), house.clock());
  }

  RecentActivity recentActivity() {
    return new RecentActivity(house.store().audit());
  }

  SignUp signUp(NewPassword newPassword, SignUp.Rules rules) {
    return new SignUp(
        house.accounts(), newPassword, house.hasher(), doorkeeper, office, rules, house.clock());
  }

  CancelAccount cancelAccount() {
    return new CancelAccount(house.accounts(), doorkeeper, house.clock());
  }

  ConfirmEmail confirmEmail() {
    return new ConfirmEmail(house.accounts(), house.tickets(), house.clock());
  }

  AskForLetter askForLetter() {
    return new AskForLetter(
        house.accounts(),
        house.tickets(),
        house.store().audit(),
        doorkeeper,
        house.configuration().roles(),
        office,
        house.store().alarms(),
        house.clock());
  }

  TypeCode typeCode() {
    return new TypeCode(
        house.accounts(),
        house.tickets(),
        house.store().audit(),
        doorkeeper,
        house.configuration().roles(),
        office,
        codes,
        house.clock());
  }

  LookAtTicket lookAtTicket() {
    return new LookAtTicket(
        house.accounts(), house.tickets(), house.configuration().roles(), house.clock());
  }

  SpendTicket spendTicket(NewPassword newPassword) {
    return new SpendTicket(
        house.accounts(),
        house.tickets(),
        house.credentials(),
        newPassword,
        house.hasher(),
        doorkeeper,
        house.configuration().roles(),
        house.clock());
  }

  LookAtAlarm lookAtAlarm() {
    return new LookAtAlarm(house.accounts(), house.store().alarms(), house.clock());
  }

  RaiseAlarm raiseAlarm() {
    return new RaiseAlarm(
        house.accounts(), house.alarms(), house.configuration().roles(), office, house.clock());
  }

  Unlock unlock() {
    return new Unlock(house.accounts(), house.tickets(), doorkeeper, house.clock());
  }

  ChangePassword changePassword(NewPassword newPassword, EmailRule rule, boolean endsOthers) {
    return new ChangePassword(
        passwords,
        newPassword,
        house.hasher(),
        house.credentials(),
        desk(rule),
        endsOthers,
        house.clock());
  }

  ChangeProfile changeProfile(EmailRule rule) {
    return new ChangeProfile(house.accounts(), passwords, desk(rule), house.clock());
  }

  private ProfileDesk desk(EmailRule rule) {
    return new ProfileDesk(house.accounts(), office, rule);
  }

  CreateAccount createAccount(NewPassword newPassword) {
    return house.createAccount(newPassword);
  }

  SetPassword setPassword(NewPassword newPassword) {
    return house.setPassword(newPassword);
  }

  GiveTemporaryPassword giveTemporaryPassword(NewPassword newPassword) {
    return new GiveTemporaryPassword(
        house.accounts(),
        house.credentials(),
        newPassword,
        house.hasher(),
        doorkeeper,
        PhraseBook.shipped(house.mint()),
        house.configuration().stewards().temporaryPassword(),
        house.clock());
  }

  EditAccount editAccount(EmailRule rule) {
    return new EditAccount(house.accounts(), house.configuration().roles(), rule, house.clock());
  }

  DeleteAccount deleteAccount() {
    return new DeleteAccount(house.accounts(), doorkeeper, house.clock());
  }

  SendReset sendReset() {
    return new SendReset(
        house.accounts(),
        house.tickets(),
        doorkeeper,
        house.configuration().roles(),
        office,
        house.store().alarms(),
        house.clock());
  }

  SearchAccounts searchAccounts() {
    return new SearchAccounts(house.accounts());
  }

  SeeAccount seeAccount() {
    return new SeeAccount(house.accounts());
  }

  SeeStanding seeStanding() {
    return new SeeStanding(house.accounts(), house.store().audit(), doorkeeper);
  }

  ForgiveFailures forgiveFailures() {
    return new ForgiveFailures(house.accounts(), doorkeeper, house.clock());
  }

  ListCases listCases() {
    return new ListCases(house.store().cases());
  }

  CloseCase closeCase() {
    return new CloseCase(house.store().cases(), house.accounts(), house.clock());
  }

  JudgePassword judgePassword(NewPassword newPassword) {
    return new JudgePassword(newPassword, doorkeeper);
  }

  AnswerOnce answerOnce() {
    return new AnswerOnce(house.store().keptAnswers(), house.clock());
  }
}
