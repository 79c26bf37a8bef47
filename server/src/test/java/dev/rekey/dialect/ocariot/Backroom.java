package dev.rekey.dialect.ocariot;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Roles;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ProfileDesk;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.limit.LimitSettings;
import dev.rekey.core.policy.Blocklist;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.secretary.AdoptChild;
import dev.rekey.core.secretary.CreateGroup;
import dev.rekey.core.secretary.CreateInstitution;
import dev.rekey.core.secretary.DeleteGroup;
import dev.rekey.core.secretary.DeleteInstitution;
import dev.rekey.core.secretary.DeleteMember;
import dev.rekey.core.secretary.EditGroup;
import dev.rekey.core.secretary.EditInstitution;
import dev.rekey.core.secretary.EditMember;
import dev.rekey.core.secretary.EnrolMember;
import dev.rekey.core.secretary.FindChildByTag;
import dev.rekey.core.secretary.ListChildren;
import dev.rekey.core.secretary.ListGroups;
import dev.rekey.core.secretary.ListInstitutions;
import dev.rekey.core.secretary.ListMembers;
import dev.rekey.core.secretary.ReleaseChild;
import dev.rekey.core.secretary.RosterRights;
import dev.rekey.core.secretary.SeeGroup;
import dev.rekey.core.secretary.SeeInstitution;
import dev.rekey.core.secretary.SeeMember;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.Groups;
import dev.rekey.core.store.Institutions;
import dev.rekey.core.store.Members;
import dev.rekey.core.store.MemoryRoster;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.token.Codes;
import dev.rekey.core.token.Mint;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/** Wires the core of a {@link Gateway}, as the house does, with a clock that stands still. */
final class Backroom {

  private static final Duration HOUR = Duration.ofHours(1);

  private final MemoryStore store;
  private final FakeHasher hasher;
  private final FakeTokens tokens;
  private final Credentials credentials;
  private final Roles roles;
  private final InstantSource clock = InstantSource.fixed(Gateway.NOW);
  private final Mint mint = new Mint(new SecureRandom());
  private final Accounts accounts;
  private final Members members;
  private final Groups groups;
  private final Institutions institutions;
  private final RosterRights rights;
  private final Doorkeeper doorkeeper;
  private final NewPassword newPassword =
      new NewPassword(PasswordPolicy.standard(PolicySettings.standard(), Blocklist.none()));

  Backroom(
      MemoryStore store,
      MemoryRoster roster,
      FakeHasher hasher,
      FakeTokens tokens,
      Credentials credentials,
      Roles roles) {
    this.store = store;
    this.hasher = hasher;
    this.tokens = tokens;
    this.credentials = credentials;
    this.roles = roles;
    this.accounts = store.accounts();
    this.members = roster.members();
    this.groups = roster.groups();
    this.institutions = roster.institutions();
    this.rights = new RosterRights(members);
    this.doorkeeper = new Doorkeeper(store.attempts(), LimitSettings.standard(), clock);
  }

  OcariotDialect dialect() {
    PasswordCheck check =
        new PasswordCheck(
            accounts, credentials, store.attempts(), doorkeeper, hasher, roles, clock);
    Prover prover =
        new Prover(
            accounts,
            store.grants(),
            store.tickets(),
            check,
            tokens,
            Prover.Rules.standard(),
            roles,
            clock);
    return new OcariotDialect(
        OcariotDialect.Settings.standard(Realm.MAIN),
        prover,
        credentials(check),
        new OcariotDialect.Roster(rights, members(), families(), groups(), institutions()));
  }

  private OcariotDialect.Credentials credentials(PasswordCheck check) {
    TicketOffice office =
        new TicketOffice(
            mint, new Codes(mint, new byte[32]), new TicketOffice.Lifetimes(HOUR, HOUR, HOUR));
    ProfileDesk desk = new ProfileDesk(accounts, office, EmailRule.DEVISE);
    return new OcariotDialect.Credentials(
        new SignIn(check, store.grants(), tokens, 10, ConfirmationRule.none(), clock),
        new ChangePassword(check, newPassword, hasher, credentials, desk, true, clock),
        new SetPassword(accounts, credentials, newPassword, hasher, doorkeeper, clock));
  }

  private OcariotDialect.Members members() {
    return new OcariotDialect.Members(
        new EnrolMember(members, rights, newPassword, hasher, clock),
        new ListMembers(members, rights, clock),
        new SeeMember(members, rights),
        new FindChildByTag(members, rights),
        new EditMember(members, rights, clock),
        new DeleteMember(accounts, rights, new DeleteAccount(accounts, doorkeeper, clock)));
  }

  private OcariotDialect.Families families() {
    return new OcariotDialect.Families(
        new ListChildren(members, rights, clock),
        new AdoptChild(members, rights, clock),
        new ReleaseChild(members, rights, clock));
  }

  private OcariotDialect.Groups groups() {
    return new OcariotDialect.Groups(
        new CreateGroup(groups, members, rights, mint, clock),
        new ListGroups(groups, members, rights, clock),
        new SeeGroup(groups, members, rights),
        new EditGroup(groups, members, rights, clock),
        new DeleteGroup(groups, members, rights, clock));
  }

  private OcariotDialect.Institutions institutions() {
    return new OcariotDialect.Institutions(
        new CreateInstitution(institutions, rights, mint, clock),
        new ListInstitutions(institutions, rights, clock),
        new SeeInstitution(institutions, rights),
        new EditInstitution(institutions, rights, clock),
        new DeleteInstitution(institutions, rights, clock));
  }
}
