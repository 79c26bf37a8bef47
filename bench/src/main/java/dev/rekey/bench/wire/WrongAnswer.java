package dev.rekey.bench.wire;

/** The server did not say what it should have said. */
public final class WrongAnswer extends RuntimeException {

  private static final int ENOUGH = 300;

  private final transient Answer answer;

  WrongAnswer(String what, Answer answer) {
    super(what + ", got " + answer.status() + ": " + shortened(answer.body()), null, false, false);
    this.answer = answer;
  }

  /** What it said. */
  public Answer answer() {
    return answer;
  }

  private static String shortened(String body) {
    return body.length() <= ENOUGH ? body : body.substring(0, ENOUGH) + '…';
  }
}
