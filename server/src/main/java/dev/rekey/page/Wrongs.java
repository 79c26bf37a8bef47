package dev.rekey.page;

import dev.rekey.core.policy.Violation;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was wrong with a form, sorted by the fields that it is said beside. */
public record Wrongs(Sentences sentences, List<Violation> violations) {

  public String ofCurrent() {
    return of(Violation.OfCurrent.class::isInstance);
  }

  public String ofPassword() {
    return of(
        one -> one instanceof Violation.OfPassword || one instanceof Violation.OfConfirmation);
  }

  public String ofEmail() {
    return of(one ->
        one instanceof Violation.EmailBlank
            || one instanceof Violation.EmailMalformed
            || one instanceof Violation.EmailTaken);
  }

  public String ofUsername() {
    return of(one ->
        one instanceof Violation.UsernameBlank
            || one instanceof Violation.UsernameMalformed
            || one instanceof Violation.UsernameTaken);
  }

  private String of(Predicate<Violation> which) {
    return violations.stream().filter(which).map(sentences::of).collect(Collectors.joining(" "));
  }
}
