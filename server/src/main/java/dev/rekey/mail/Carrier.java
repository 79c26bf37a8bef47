package dev.rekey.mail;

/** Takes a mail out of the house. */
public interface Carrier {

  /** Carries the mail now, and says how that went; reasons never hold an address or a link. */
  Receipt carry(Envelope envelope);

  /** The same for an operator who waits for the answer. */
  Trial tryOut(Envelope envelope);

  /** What an operator is told, who may know the address and what a server said. */
  sealed interface Trial {

    /** In sentences for the terminal. */
    String words();

    /** Somebody has the mail. */
    record Passed(String words) implements Trial {}

    /** Nobody has it; the words say why, and what to look at. */
    record Failed(String words) implements Trial {}
  }

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
