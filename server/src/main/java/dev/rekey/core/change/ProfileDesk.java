package dev.rekey.core.change;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Logins;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.letter.TicketOffice.Offer;
import dev.rekey.core.letter.TicketOffice.Reader;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.register.Names;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what an owner wants to be known by, and says what follows from it. */
public final class ProfileDesk {

  private final Accounts accounts;
  private final TicketOffice office;
  private final EmailRule emailRule;

  public ProfileDesk(Accounts accounts, TicketOffice office, EmailRule emailRule) {
    this.accounts = accounts;
    this.office = office;
    this.emailRule = emailRule;
  }

  /**
   * What a good wish comes to.
   *
   * @param edit what is changed at once
   * @param opened the ticket by which a new address is confirmed
   * @param letters to the new address or to the old one
   * @param changed the names of what is changed, for the audit trail
   * @param movesAddress whether another address gets this account's letters from now on
   */
  record Decision(
      AccountEdit edit,
      Optional<Ticket> opened,
      List<Letter> letters,
      List<String> changed,
      boolean movesAddress) {

    static Decision nothing() {
      return new Decision(AccountEdit.none(), Optional.empty(), List.of(), List.of(), false);
    }
  }

  List<Violation> judge(Wishes wishes, Account account) {
    Names names = new Names(accounts, account.realm(), emailRule);
    List<Violation> violations = new ArrayList<>();
    wishes.email().map(email -> names.judgeEmail(email, account)).ifPresent(violations::addAll);
    wishes.username().map(name -> names.judgeUsername(name, account)).ifPresent(violations::addAll);
    return violations;
  }

  Decision decide(Wishes wishes, Account account, Visit visit, Instant now) {
    Decision plain = ofNameAndProfile(wishes, account);
    return newAddress(wishes, account)
        .map(address ->
            wishes.confirmation().isPresent()
                ? confirmFirst(plain, Reader.of(account, address, visit), wishes, now)
                : moveAtOnce(plain, address, account, visit, now))
        .orElse(plain);
  }

  private static Decision ofNameAndProfile(Wishes wishes, Account account) {
    AccountEdit edit = AccountEdit.none().withProfile(wishes.profile());
    List<String> changed = new ArrayList<>(wishes.profile().keySet());
    Optional<String> name =
        wishes.username().filter(one -> account.logins().username().filter(one::equals).isEmpty());
    if (name.isPresent()) {
      edit = edit.withUsername(name.get());
      changed.add("username");
    }
    return new Decision(edit, Optional.empty(), List.of(), changed, false);
  }

  private static Optional<String> newAddress(Wishes wishes, Account account) {
    return wishes
        .email()
        .map(Logins::canonicalEmail)
        .filter(address -> account.logins().email().filter(address::equals).isEmpty());
  }

  private Decision confirmFirst(Decision plain, Reader reader, Wishes wishes, Instant now) {
    Offer offer =
        office.offer(
            Ticket.Purpose.CONFIRM_EMAIL, reader, wishes.confirmation().orElseThrow(), now);
    return new Decision(
        plain.edit().withPendingEmail(reader.to()),
        Optional.of(offer.ticket()),
        List.of(offer.letter()),
        and(plain.changed(), "pending-email"),
        false);
  }

  private static Decision moveAtOnce(
      Decision plain, String address, Account account, Visit visit, Instant now) {
    List<Letter> toTheOldOne =
        account.logins().email().stream()
            .<Letter>map(to ->
                new Letter.EmailChanged(to, account.logins().display(), now, visit.origin())
                    .in(Language.of(account.profile(), visit)))
            .toList();
    return new Decision(
        plain.edit().withEmail(address),
        Optional.empty(),
        toTheOldOne,
        and(plain.changed(), "email"),
        true);
  }

  private static List<String> and(List<String> changed, String more) {
    List<String> all = new ArrayList<>(changed);
    all.add(more);
    return all;
  }
}
