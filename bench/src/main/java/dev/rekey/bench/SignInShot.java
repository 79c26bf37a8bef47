package dev.rekey.bench;

import dev.rekey.bench.load.Shot;
import dev.rekey.bench.wire.Answer;
import dev.rekey.bench.wire.HttpLine;
import dev.rekey.bench.wire.Person;
import dev.rekey.bench.wire.Wire;
import java.io.IOException;
import java.util.function.LongFunction;

/** One connection's sign-ins in an open loop; it says who signs in and from which address. */
final class SignInShot implements Shot {

  /** Who signs in, and from where. */
  record Comer(Person person, String address) {}

  private final Wire wire;
  private final HttpLine line;
  private final LongFunction<Comer> comers;

  SignInShot(Wire wire, int port, LongFunction<Comer> comers) {
    this.wire = wire;
    this.line = new HttpLine(port);
    this.comers = comers;
  }

  @Override
  public Verdict fire(long number) throws IOException {
    Comer comer = comers.apply(number);
    line.comeFrom(comer.address());
    Answer answer = line.send(wire.signIn(comer.person()));
    if (isShed(answer)) {
      return Verdict.SHED;
    }
    wire.signedIn(comer.person(), answer);
    return Verdict.DONE;
  }

  /** In the caller's dialect, which all say it in JSON, and with the time to come again. */
  private static boolean isShed(Answer answer) {
    return answer.status() == 503
        && answer.field("retry-after").filter(after -> after.matches("[1-9]\\d*")).isPresent()
        && answer.field("content-type").filter(type -> type.contains("json")).isPresent()
        && answer.body().startsWith("{");
  }
}
