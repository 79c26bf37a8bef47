package dev.rekey.core.steward;

import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.password.Password;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The way in while there is no account at all: whoever holds the link that the first start printed
 * makes the first administrator, once.
 */
public final class FirstStart {

  /** The role of the account that is made. */
  public static final Role ADMIN = new Role("admin");

  private final Accounts accounts;
  private final CreateAccount createAccount;
  private final AtomicReference<Optional<TokenDigest>> link;

  /**
   * @param link the digest of the link's token; empty when the first start is long past
   */
  public FirstStart(Accounts accounts, CreateAccount createAccount, Optional<TokenDigest> link) {
    this.accounts = accounts;
    this.createAccount = createAccount;
    this.link = new AtomicReference<>(link);
  }

  /** The first administrator, as wished by the holder of the link. */
  public record Command(String token, Logins logins, Password password, Visit visit) {

    @Override
    public String toString() {
      return "FirstStart.Command[hidden]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** The link is not this start's, was used, or is no longer needed. */
    record NoSuchLink() implements Outcome {}

    /** The link was good; this is what came of making the account. */
    record Tried(CreateAccount.Outcome creation) implements Outcome {}
  }

  /** Whether this link still leads anywhere. */
  public boolean isOpen(String token, Visit visit) {
    return link.get().filter(digest -> digest.matches(token)).isPresent()
        && accounts.isEmpty(visit.realm());
  }

  public Outcome handle(Command command) {
    Optional<TokenDigest> held = link.get();
    if (!isOpen(command.token(), command.visit()) || !link.compareAndSet(held, Optional.empty())) {
      return new Outcome.NoSuchLink();
    }
    boolean spent = false;
    try {
      CreateAccount.Outcome creation = create(command);
      spent = creation instanceof CreateAccount.Outcome.Created;
      return new Outcome.Tried(creation);
    } finally {
      if (!spent) {
        link.set(held);
      }
    }
  }

  private CreateAccount.Outcome create(Command command) {
    return createAccount.handle(
        new CreateAccount.Command(
            new Steward.Operator(),
            command.logins(),
            ADMIN,
            Profile.empty(),
            Optional.of(command.password()),
            CreateAccount.Ids.fresh(),
            command.visit()));
  }
}
