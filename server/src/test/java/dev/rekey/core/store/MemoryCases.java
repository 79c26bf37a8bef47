package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.dispute.Case;
import dev.rekey.core.dispute.Case.Closing;
import java.util.List;
import java.util.Optional;

/** Cases in memory. */
final class MemoryCases implements Cases {

  private final Memory memory;

  MemoryCases(Memory memory) {
    this.memory = memory;
  }

  @Override
  public List<Case> list(Realm realm, boolean openAlone, Optional<Long> before, int limit) {
    return memory.alone(() ->
        memory.cases.reversed().stream()
            .filter(row -> row.realm().equals(realm))
            .map(this::now)
            .filter(one -> !openAlone || one.closing().isEmpty())
            .filter(one -> before.filter(number -> one.number() >= number).isEmpty())
            .limit(limit)
            .toList());
  }

  @Override
  public Optional<Case> find(Realm realm, long number) {
    return list(realm, false, Optional.empty(), Integer.MAX_VALUE).stream()
        .filter(one -> one.number() == number)
        .findFirst();
  }

  @Override
  public long open(Realm realm) {
    return list(realm, true, Optional.empty(), Integer.MAX_VALUE).size();
  }

  @Override
  public boolean close(long number, boolean thaws, Optional<String> by, AuditEntry entry) {
    return memory.alone(() -> {
      Optional<Memory.CaseRow> open =
          memory.cases.stream()
              .filter(row -> row.one().number() == number && row.one().closing().isEmpty())
              .findFirst();
      open.ifPresent(row -> close(row, thaws, by, entry));
      return open.isPresent();
    });
  }

  private void close(Memory.CaseRow row, boolean thaws, Optional<String> by, AuditEntry entry) {
    Closing closing = new Closing(Memory.millis(entry.at()), by, entry.visit().why().orElse(""));
    memory.cases.replaceAll(one ->
        one == row
            ? new Memory.CaseRow(
                row.realm(),
                with(row.one(), row.one().ids(), false, Optional.of(closing)),
                row.waysBack())
            : one);
    if (thaws) {
      memory.accounts.computeIfPresent(row.one().account(), (_, account) -> account.thawed());
      memory.forgetWaysBack(row.one().account());
    }
    memory.trail.add(entry);
  }

  private Case now(Memory.CaseRow row) {
    Optional<Account> account = memory.find(row.one().account());
    return with(
        row.one(),
        account.map(Account::ids),
        account.filter(Account::frozen).isPresent(),
        row.one().closing());
  }

  private static Case with(
      Case one,
      Optional<dev.rekey.core.account.WireIds> ids,
      boolean frozen,
      Optional<Closing> closing) {
    return new Case(
        one.number(),
        one.account(),
        one.name(),
        ids,
        one.openedAt(),
        one.deed(),
        one.disputed(),
        one.origin(),
        one.raisedFrom(),
        one.password(),
        one.address(),
        frozen,
        closing);
  }
}
