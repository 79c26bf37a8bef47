package dev.rekey.core.policy;

import dev.rekey.core.account.Account;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Hasher.Verdict;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what somebody wants as a new password, its repetition included. */
public final class NewPassword {

  private final PasswordPolicy policy;

  public NewPassword(PasswordPolicy policy) {
    this.policy = policy;
  }

  /**
   * What somebody wants as a password.
   *
   * @param password as sent; empty when absent or null
   * @param repetition as sent; empty when absent or null
   * @param repetitionDemanded whether the wire wants it at all
   */
  public record Wish(
      Optional<Password> password, Optional<Password> repetition, boolean repetitionDemanded) {

    /** A wish on a wire that knows no repetition. */
    public static Wish of(Password password) {
      return new Wish(Optional.of(password), Optional.empty(), false);
    }
  }

  /**
   * What is wrong with it: blankness first, then the repetition, then all else; empty when good.
   */
  public List<Violation> judge(Wish wish, Account account) {
    return judge(wish, new PasswordPolicy.Bearer(account.ownWords()));
  }

  /** The same for an account that is about to be made, of these words. */
  public List<Violation> judge(Wish wish, PasswordPolicy.Bearer bearer) {
    List<Violation.OfPassword> ofPassword =
        wish.password()
            .map(password -> policy.judge(password, bearer))
            .orElseGet(() -> List.of(new Violation.Blank()));
    List<Violation> all = new ArrayList<>();
    ofPassword.stream().filter(Violation.Blank.class::isInstance).forEach(all::add);
    judgeRepetition(wish).ifPresent(all::add);
    ofPassword.stream().filter(one -> !(one instanceof Violation.Blank)).forEach(all::add);
    return all;
  }

  /** Whether it is the password that the account has now, where the policy minds; takes a hash. */
  public boolean isCurrent(Password next, Account account, Hasher.Slot slot) {
    Optional<PasswordHash> current = account.credential().hash();
    return policy.refusesCurrent()
        && current.isPresent()
        && slot.verify(next, current) != Verdict.NO_MATCH;
  }

  private static Optional<Violation> judgeRepetition(Wish wish) {
    if (wish.repetition().isEmpty()) {
      return wish.repetitionDemanded()
          ? Optional.of(new Violation.ConfirmationBlank())
          : Optional.empty();
    }
    boolean same = wish.password().filter(one -> one.sameAs(wish.repetition().get())).isPresent();
    return same ? Optional.empty() : Optional.of(new Violation.ConfirmationDiffers());
  }
}
