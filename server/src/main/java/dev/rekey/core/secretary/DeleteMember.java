package dev.rekey.core.secretary;

import dev.rekey.core.account.Handle;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Right.Subject;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.visit.Visit;

/** A member of the roster is deleted, of whatever kind; others, such as administrators, stay. */
public final class DeleteMember {

  private final Accounts accounts;
  private final RosterRights rights;
  private final DeleteAccount deleteAccount;

  public DeleteMember(Accounts accounts, RosterRights rights, DeleteAccount deleteAccount) {
    this.accounts = accounts;
    this.rights = rights;
    this.deleteAccount = deleteAccount;
  }

  /** Who deletes whom. */
  public record Command(Caller by, Handle.Hex24 whose, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Deleted() implements Outcome {}

    record NotAllowed() implements Outcome {}

    /** Nobody, or nobody who stands in the roster; nothing happened. */
    record NoSuchMember() implements Outcome {}
  }

  public Outcome handle(Command command) {
    Right delete = Right.to(Deed.DELETE, Subject.USERS);
    return rights.may(command.by(), delete, command.whose())
        ? find(command)
        : new Outcome.NotAllowed();
  }

  private Outcome find(Command command) {
    return accounts
        .find(command.visit().realm(), command.whose())
        .filter(account -> MemberKind.of(account.role()).isPresent())
        .map(_ -> delete(command))
        .orElseGet(Outcome.NoSuchMember::new);
  }

  private Outcome delete(Command command) {
    return switch (deleteAccount.handle(
        new DeleteAccount.Command(
            new Steward.Administrator(command.by()), command.whose(), command.visit()))) {
      case DeleteAccount.Outcome.Deleted _ -> new Outcome.Deleted();
      case DeleteAccount.Outcome.NotAllowed() -> new Outcome.NotAllowed();
      case DeleteAccount.Outcome.NoSuchAccount() -> new Outcome.NoSuchMember();
    };
  }
}
