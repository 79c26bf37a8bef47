package dev.rekey.core.policy;

import dev.rekey.core.password.Password;
import dev.rekey.core.policy.PasswordPolicy.Bearer;
import java.util.List;
import java.util.Optional;

/** One thing that a new password must be or must not be. */
@FunctionalInterface
public interface Rule {

  /** What is wrong with the candidate by this rule, if anything is. */
  Optional<Violation.OfPassword> judge(Password candidate, Bearer who);

  /** Something must be typed, and not white space alone. */
  record NotBlank() implements Rule {
    @Override
    public Optional<Violation.OfPassword> judge(Password candidate, Bearer who) {
      return when(candidate.isBlank(), new Violation.Blank());
    }
  }

  /** Every wire and keyboard must be able to carry it. */
  record Usable() implements Rule {
    @Override
    public Optional<Violation.OfPassword> judge(Password candidate, Bearer who) {
      return when(candidate.isUnusable(), new Violation.Unusable());
    }
  }

  /** At least so many code points. */
  record MinimumLength(int minimum) implements Rule {
    @Override
    public Optional<Violation.OfPassword> judge(Password candidate, Bearer who) {
      return when(candidate.length() < minimum, new Violation.TooShort(minimum));
    }
  }

  /** At most so many code points. */
  record MaximumLength(int maximum) implements Rule {
    @Override
    public Optional<Violation.OfPassword> judge(Password candidate, Bearer who) {
      return when(candidate.length() > maximum, new Violation.TooLong(maximum));
    }
  }

  /** The whole of it is not on the list. */
  record NotListed(Blocklist list) implements Rule {
    @Override
    public Optional<Violation.OfPassword> judge(Password candidate, Bearer who) {
      return when(list.contains(candidate), new Violation.Common());
    }
  }

  /** It is not made of a word of its bearer. */
  record NotPersonal() implements Rule {
    @Override
    public Optional<Violation.OfPassword> judge(Password candidate, Bearer who) {
      return when(who.words().stream().anyMatch(candidate::isMadeOf), new Violation.Personal());
    }
  }

  /** It is not made of a word of the organisation or of this service. */
  record NotOrganisational(List<String> words) implements Rule {

    public NotOrganisational {
      words = List.copyOf(words);
    }

    @Override
    public Optional<Violation.OfPassword> judge(Password candidate, Bearer who) {
      return when(words.stream().anyMatch(candidate::isMadeOf), new Violation.Organisational());
    }
  }

  private static Optional<Violation.OfPassword> when(
      boolean broken, Violation.OfPassword violation) {
    return broken ? Optional.of(violation) : Optional.empty();
  }
}
