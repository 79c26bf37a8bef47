package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.password.Source;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.token.Grant;
import dev.rekey.core.visit.Visit;
import java.util.Optional;
import java.util.stream.Stream;

/** Who acts on somebody else's account. */
public sealed interface Steward {

  /** Somebody signed in; the role says what it may. */
  record Administrator(Caller caller) implements Steward {}

  /** Whoever may run commands on the server's own machine; may do everything. */
  record Operator() implements Steward {}

  default boolean may(Capability capability) {
    return switch (this) {
      case Administrator(Caller caller) -> caller.may(capability);
      case Operator() -> true;
    };
  }

  /**
   * Whether that account may nothing that this steward may not: nobody lays hands on the greater.
   */
  default boolean reaches(Account account) {
    return switch (this) {
      case Administrator(Caller caller) ->
          Stream.of(Capability.values())
              .filter(capability -> caller.roles().may(account, capability))
              .allMatch(caller::may);
      case Operator() -> true;
    };
  }

  /** The grant with which somebody acts on the own account; it survives what is done there. */
  default Optional<Grant.Ref> actingGrantOn(Account account) {
    return switch (this) {
      case Administrator(Caller caller) ->
          caller.grant().map(Grant::ref).filter(ref -> ref.account().equals(account.id()));
      case Operator() -> Optional.empty();
    };
  }

  /** Whose work it is: the steward's own, and not that of whoever is worked on. */
  default Source source(Visit visit) {
    return account().map(visit::source).orElseGet(visit::source);
  }

  /** Whose account it is, for the audit trail. */
  default Optional<AccountId> account() {
    return switch (this) {
      case Administrator(Caller caller) -> Optional.of(caller.account().id());
      case Operator() -> Optional.empty();
    };
  }
}
