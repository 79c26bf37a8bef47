package dev.rekey.cli;

/** A command that was understood and cannot be carried out; the message is for the terminal. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }
}
