package dev.rekey.core.adoption;

/**
 * Somebody who is told what came of first sign-ins, for numbers and for the operator.
 *
 * <p>Called by many at once; whoever watches must be quick and throw nothing.
 */
@FunctionalInterface
public interface AdoptionWatch {

  /**
   * Somebody was asked about.
   *
   * @param mount where the sign-in came in
   */
  void asked(String mount, Course course);

  /** Looks away. */
  static AdoptionWatch none() {
    return (_, _) -> {};
  }

  /** How it went. */
  enum Course {
    /** The old system vouched, and the account is here now. */
    ADOPTED,
    /** The old system said no. */
    REFUSED,
    /** The old system said nothing, or nothing that can be understood. */
    UNREACHABLE,
    /** The old system vouched for somebody who cannot be taken: a name is another's. */
    COLLIDED,
    /** The old system vouched for somebody who was adopted before. */
    ADOPTED_BEFORE
  }
}
