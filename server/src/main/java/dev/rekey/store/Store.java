package dev.rekey.store;

import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Adoptions;
import dev.rekey.core.store.Alarms;
import dev.rekey.core.store.Attempts;
import dev.rekey.core.store.AuditTrail;
import dev.rekey.core.store.BulkDeeds;
import dev.rekey.core.store.Cases;
import dev.rekey.core.store.Chronicle;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.Grants;
import dev.rekey.core.store.Groups;
import dev.rekey.core.store.Institutions;
import dev.rekey.core.store.Intake;
import dev.rekey.core.store.KeptAnswers;
import dev.rekey.core.store.Keyring;
import dev.rekey.core.store.Members;
import dev.rekey.core.store.NamedTokens;
import dev.rekey.core.store.Outbox;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Mint;
import dev.rekey.store.database.Database;
import dev.rekey.store.postgres.PostgresDatabase;
import dev.rekey.store.sqlite.SqliteDatabase;
import java.util.function.LongSupplier;

/**
 * All ports on one open database. Whatever a port has answered is on disk, and every other node and
 * process sees it at once: nothing that is kept beside the database is believed unless the database
 * says that it still holds.
 */
public record Store(
    Accounts accounts,
    Credentials credentials,
    Grants grants,
    Tickets tickets,
    Alarms alarms,
    Cases cases,
    Attempts attempts,
    AuditTrail audit,
    Outbox outbox,
    Keyring keyring,
    Institutions institutions,
    Members members,
    Groups groups,
    NamedTokens namedTokens,
    KeptAnswers keptAnswers,
    Chronicle chronicle,
    BulkDeeds bulkDeeds,
    Intake intake,
    Adoptions adoptions,
    Broom broom,
    Database database)
    implements AutoCloseable {

  /**
   * Opens the database, makes its tables or brings them up to date.
   *
   * @param vault seals the letters and keys that wait in it
   * @param mint makes the ids of new accounts
   */
  public static Store open(StoreSettings settings, Vault vault, Mint mint) {
    return on(open(settings), vault, mint);
  }

  /**
   * The same, with somebody who hears of every commit.
   *
   * @param nanoTime a monotonic clock
   */
  public static Store open(
      StoreSettings settings, Vault vault, Mint mint, StoreWatch watch, LongSupplier nanoTime) {
    return on(new WatchedDatabase(open(settings), watch, nanoTime), vault, mint);
  }

  private static Database open(StoreSettings settings) {
    return switch (settings) {
      case StoreSettings.Sqlite(var file) -> SqliteDatabase.open(file);
      case StoreSettings.Postgres(var url, var user, var password, var poolSize) ->
          PostgresDatabase.open(url, user, password, poolSize);
    };
  }

  static Store on(Database database, Vault vault, Mint mint) {
    SqlOutbox outbox = new SqlOutbox(database, vault);
    Finisher finisher = new Finisher(outbox);
    AccountRows rows = new AccountRows();
    Lookup lookup = new Lookup(rows);
    AlarmRows alarms = new AlarmRows(vault);
    Editor editor = new Editor(rows, finisher, alarms);
    Registrar registrar = new Registrar(mint, rows, outbox);
    Opener opener = new Opener(new DeviceRows(rows, alarms, outbox));
    MemberRows members = new MemberRows(rows);
    GroupRows groups = new GroupRows(members);
    return new Store(
        new SqlAccounts(database, rows, lookup, registrar, editor),
        new SqlCredentials(database, rows, editor, finisher, alarms),
        new SqlGrants(database, lookup, holders(database, rows), opener),
        new SqlTickets(database, outbox),
        new SqlAlarms(database, rows, alarms, new DisputeRows(vault), editor, finisher),
        new SqlCases(database),
        new SqlAttempts(database),
        new SqlAuditTrail(database),
        outbox,
        new SqlKeyring(database, vault),
        new SqlInstitutions(database),
        new SqlMembers(database, registrar, editor, rows, new MemberFinder(members, groups)),
        new SqlGroups(database, rows, groups),
        new SqlNamedTokens(database),
        new SqlKeptAnswers(database, vault),
        new SqlChronicle(database),
        new SqlBulkDeeds(database, rows, editor, finisher),
        new SqlIntake(database, rows, editor, mint),
        new SqlAdoptions(database, rows, new SqlAdoptions.Writers(editor, opener, mint)),
        new Broom(database),
        database);
  }

  private static Holders holders(Database database, AccountRows accounts) {
    HolderRows rows = new HolderRows(accounts);
    return database.stamped() ? new KeptHolders(rows) : rows::find;
  }

  /** An intake that says what the true one would do, and writes nothing. */
  public Intake rehearsal() {
    return new Rehearsal(database);
  }

  @Override
  public void close() {
    database.close();
  }
}
