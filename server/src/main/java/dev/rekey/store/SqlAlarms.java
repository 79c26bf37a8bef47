package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Footing;
import dev.rekey.core.dispute.Case.AddressFate;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Alarms;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.store.AlarmRows.Kept;
import dev.rekey.store.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Alarms on SQL. */
final class SqlAlarms implements Alarms {

  private final Database database;
  private final AccountRows accounts;
  private final AlarmRows rows;
  private final DisputeRows disputes;
  private final Editor editor;
  private final Finisher finisher;

  SqlAlarms(
      Database database,
      AccountRows accounts,
      AlarmRows rows,
      DisputeRows disputes,
      Editor editor,
      Finisher finisher) {
    this.database = database;
    this.accounts = accounts;
    this.rows = rows;
    this.disputes = disputes;
    this.editor = editor;
    this.finisher = finisher;
  }

  @Override
  public Optional<Hung> find(TokenDigest digest, Instant now) {
    return database.read(handle ->
        rows.find(handle, digest)
            .filter(kept -> !kept.alarm().expired(now))
            .map(kept -> new Hung(kept.alarm(), addresses(handle, kept, now))));
  }

  private List<String> addresses(Handle handle, Kept kept, Instant now) {
    Stream<Kept> older =
        rows.of(handle, kept.alarm().account()).stream()
            .filter(one -> one.id() < kept.id() && !one.alarm().expired(now));
    return Stream.concat(Stream.of(kept), older)
        .flatMap(one -> one.before().email().stream())
        .distinct()
        .toList();
  }

  /** Somebody else may have the address by now: then everything else is as it is to be. */
  @Override
  public Raising raise(Raise raise) {
    try {
      return database.write(handle -> raise(handle, raise, true));
    } catch (NameTaken _) {
      return database.write(handle -> raise(handle, raise, false));
    }
  }

  private Raising raise(Handle handle, Raise raise, boolean addressIsFree) {
    Optional<Account> held = accounts.hold(handle, raise.alarm().account());
    Optional<Kept> kept = rows.find(handle, raise.alarm().digest());
    if (held.isEmpty() || kept.isEmpty() || !rows.silence(handle, kept.get())) {
      return new Raising.Gone();
    }
    Account account = held.get();
    Footing before = kept.get().before();
    Instant at = raise.entry().at();
    restorePassword(handle, account, before);
    AddressFate fate = restoreAddress(handle, account, before, at, addressIsFree);
    freeze(handle, account.id(), at);
    DeviceRows.forget(handle, account.id());
    boolean reachable = fate != AddressFate.TAKEN;
    finisher.finish(handle, account.id(), sequel(raise, reachable));
    boolean password = !before.hash().equals(account.credential().hash());
    List<String> waysBack = reachable ? raise.addresses() : List.of();
    long number = disputes.open(handle, account, raise, waysBack, password, fate);
    return new Raising.Raised(accounts.find(handle, account.id()).orElseThrow(), number, reachable);
  }

  /**
   * Whose address is another account's by now has an address that may be whose the alarm is about:
   * then nobody comes back by letter, and those who run the server see to it.
   */
  private static Sequel sequel(Raise raise, boolean reachable) {
    Sequel ended = Sequel.of(raise.entry()).withEnding(new Ending.All());
    return reachable
        ? raise.opened().map(ended::withOpened).orElse(ended).withLetters(raise.letters())
        : ended;
  }

  private static void restorePassword(Handle handle, Account account, Footing before) {
    handle
        .createUpdate(
            """
            UPDATE credential
            SET hash = :hash, changed_at = :changedAt, version = version + 1,
              must_change = CASE WHEN :kept THEN must_change END,
              must_change_at = CASE WHEN :kept THEN must_change_at END,
              must_change_deed = CASE WHEN :kept THEN must_change_deed END
            WHERE account_id = :account
            """)
        .bind("account", account.id().value())
        .bind("kept", before.hash().equals(account.credential().hash()))
        .bind("hash", before.hash().map(PasswordHash::encoded))
        .bind("changedAt", before.changedAt())
        .execute();
  }

  /** An edit that names an address drops the one that waits to be confirmed. */
  private AddressFate restoreAddress(
      Handle handle, Account account, Footing before, Instant at, boolean isFree) {
    boolean kept = before.email().equals(account.logins().email());
    Optional<String> address = kept || isFree ? before.email() : account.logins().email();
    address.ifPresent(
        email -> editor.apply(handle, account, AccountEdit.none().withEmail(email), at));
    if (kept) {
      return AddressFate.KEPT;
    }
    return isFree ? AddressFate.RESTORED : AddressFate.TAKEN;
  }

  private static void freeze(Handle handle, AccountId account, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE account
            SET frozen_at = :at
            WHERE id = :account
            """)
        .bind("account", account.value())
        .bind("at", at)
        .execute();
  }

  @Override
  public List<String> waysBack(AccountId account) {
    return database.read(handle -> disputes.waysBack(handle, account));
  }
}
