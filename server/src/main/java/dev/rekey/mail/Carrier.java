package dev.rekey.mail;

/** Takes a mail out of the house. */
public interface Carrier {

  /** Carries the mail now, and says how that went; reasons never hold an address or a link. */
  Receipt carry(Envelope envelope);

  /** What became of a mail. */
  sealed interface Receipt {

    /** Somebody else is answerable for it from now on. */
    record Taken() implements Receipt {}

    /** Not now; another try may do. */
    record Later(String why) implements Receipt {}

    /** The recipient or the mail itself is refused, and would be again. */
    record Never(String why) implements Receipt {}
  }
}
