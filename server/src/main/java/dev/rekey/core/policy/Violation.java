package dev.rekey.core.policy;

/**
 * One reason why a change was refused, with its numbers, so that every wire can say it in its own
 * words.
 */
public sealed interface Violation {

  /** About the new password. */
  sealed interface OfPassword extends Violation {}

  /** About the repetition of the new password. */
  sealed interface OfConfirmation extends Violation {}

  /** About the current password that was shown as proof. */
  sealed interface OfCurrent extends Violation {}

  /** About the ticket that was shown as proof. */
  sealed interface OfTicket extends Violation {}

  /** No new password, an empty one, or white space only. */
  record Blank() implements OfPassword {}

  /** Fewer code points than {@code minimum}. */
  record TooShort(int minimum) implements OfPassword {}

  /** More code points than {@code maximum}. */
  record TooLong(int maximum) implements OfPassword {}

  /** The whole password is on the blocklist of common and breached ones. */
  record Common() implements OfPassword {}

  /** It is made of the account's own name, address or profile. */
  record Personal() implements OfPassword {}

  /** It is made of a word of the organisation or of this service. */
  record Organisational() implements OfPassword {}

  /** It is the password that the account has now. */
  record SameAsCurrent() implements OfPassword {}

  /** It holds what no keyboard types and no wire carries safely: NUL or an unpaired surrogate. */
  record Unusable() implements OfPassword {}

  /** The confirmation is required here and absent. */
  record ConfirmationBlank() implements OfConfirmation {}

  /** The confirmation is another text than the password. */
  record ConfirmationDiffers() implements OfConfirmation {}

  /** The current password is demanded and absent or blank. */
  record CurrentBlank() implements OfCurrent {}

  /** The current password is not the one that was shown. */
  record CurrentWrong() implements OfCurrent {}

  /** No ticket was shown. */
  record TicketBlank() implements OfTicket {}

  /** The ticket is unknown, spent, or superseded by a newer one. */
  record TicketInvalid() implements OfTicket {}

  /** The ticket was good once and is too old. */
  record TicketExpired() implements OfTicket {}

  /** About the address or the name that the account is to have. */
  sealed interface OfName extends Violation {}

  /** No address where one is needed, or a blank one. */
  record EmailBlank() implements OfName {}

  /** It does not read as an address. */
  record EmailMalformed() implements OfName {}

  /** It is another account's. */
  record EmailTaken() implements OfName {}

  /** A blank name, or none where one is needed. */
  record UsernameBlank() implements OfName {}

  /** It holds what a name cannot: control characters. */
  record UsernameMalformed() implements OfName {}

  /** It is another account's. */
  record UsernameTaken() implements OfName {}
}
