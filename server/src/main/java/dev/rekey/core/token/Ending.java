package dev.rekey.core.token;

import java.util.Optional;

/** Which sessions and tokens of an account end with a change. */
public sealed interface Ending {

  /** Every one. */
  record All() implements Ending {}

  /** Every one but this. */
  record AllBut(Grant.Ref kept) implements Ending {}

  /** None. */
  record None() implements Ending {}

  /** All but the one that acts, if one does. */
  static Ending allBut(Optional<Grant.Ref> acting) {
    return acting.<Ending>map(AllBut::new).orElseGet(All::new);
  }
}
