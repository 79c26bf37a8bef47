package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.AuditQuery;
import dev.rekey.core.audit.AuditRow;
import dev.rekey.core.audit.Event;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.AuditTrail;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A steward reads the audit trail, or takes lines of it along. */
public final class ReadAudit {

  private static final Pattern NUMBER = Pattern.compile("#[0-9]{1,18}");

  private final AuditTrail audit;
  private final Accounts accounts;
  private final InstantSource clock;

  public ReadAudit(AuditTrail audit, Accounts accounts, InstantSource clock) {
    this.audit = audit;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Who reads what.
   *
   * @param whose only lines about that account or by it: a name, or # and the number by which the
   *     trail itself calls an account, be it gone
   * @param takenAlong whether the lines leave the house; that is written down itself
   */
  public record Command(
      Steward by, Optional<String> whose, AuditQuery query, boolean takenAlong, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * The lines, newest first.
     *
     * @param names of the accounts in them; one that is gone has none
     * @param more whether there are older ones
     */
    record Read(List<AuditRow> rows, Map<AccountId, String> names, boolean more)
        implements Outcome {
      public Read {
        rows = List.copyOf(rows);
        names = Map.copyOf(names);
      }
    }

    record NotAllowed() implements Outcome {}

    record NoSuchAccount() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.by().may(Capability.VIEW_AUDIT)) {
      return new Outcome.NotAllowed();
    }
    if (command.whose().isEmpty()) {
      return read(command, command.query());
    }
    return account(command.visit().realm(), command.whose().get())
        .map(id -> read(command, command.query().concerning(id)))
        .orElseGet(Outcome.NoSuchAccount::new);
  }

  private Optional<AccountId> account(Realm realm, String whose) {
    return NUMBER.matcher(whose).matches()
        ? Optional.of(new AccountId(Long.parseLong(whose, 1, whose.length(), 10)))
        : accounts.findByLogin(realm, whose).map(Account::id);
  }

  private Outcome read(Command command, AuditQuery query) {
    int limit = query.limit();
    List<AuditRow> rows = audit.search(command.visit().realm(), query.atMost(limit + 1));
    if (command.takenAlong()) {
      audit.write(entry(command));
    }
    List<AuditRow> shown = rows.subList(0, Math.min(limit, rows.size()));
    return new Outcome.Read(shown, names(shown), rows.size() > limit);
  }

  private AuditEntry entry(Command command) {
    return new AuditEntry(
        clock.instant(),
        command.visit(),
        Optional.empty(),
        command.by().account(),
        new Event.AuditExported());
  }

  private Map<AccountId, String> names(List<AuditRow> rows) {
    Map<AccountId, String> names = new HashMap<>();
    rows.stream()
        .flatMap(row -> Stream.concat(row.about().stream(), row.by().stream()))
        .distinct()
        .forEach(id -> accounts.find(id).map(ReadAudit::name).ifPresent(it -> names.put(id, it)));
    return names;
  }

  private static String name(Account account) {
    return account.logins().display();
  }
}
