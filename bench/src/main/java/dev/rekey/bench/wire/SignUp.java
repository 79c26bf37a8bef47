package dev.rekey.bench.wire;

import java.io.IOException;
import java.time.Duration;

/** How somebody gets an account: Rekey's own way, whatever wire is measured. */
public final class SignUp {

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int TRIES = 300;

  private SignUp() {}

  /** Makes the account; where the server is busy, a little later. */
  public static void of(HttpLine line, Person person) throws IOException, InterruptedException {
    String body =
        "{\"email\":\"" + person.email() + "\",\"password\":\"" + person.password() + "\"}";
    Ask ask = Ask.json("POST", "/rekey/v1/sign-up", "", body);
    Answer answer = line.send(ask);
    for (int tries = 1; answer.status() == 503 && tries < TRIES; tries++) {
      Thread.sleep(PAUSE);
      answer = line.send(ask);
    }
    answer.must(201, person.email());
  }
}
