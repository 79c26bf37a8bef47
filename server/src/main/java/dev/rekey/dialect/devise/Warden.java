package dev.rekey.dialect.devise;

import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Prover;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.util.function.Function;

/** Lets in who shows a good token, and tells everybody else what was wrong with theirs. */
final class Warden {

  private final Prover prover;
  private final Decode decode;
  private final Encode encode;

  Warden(Prover prover, Decode decode, Encode encode) {
    this.prover = prover;
    this.decode = decode;
    this.encode = encode;
  }

  Response pass(Request request, Function<Caller, Response> inside) {
    return switch (prover.prove(decode.claim(request), decode.visit(request))) {
      case Proof.Known(var caller) -> inside.apply(caller);
      case Proof.Stranger(var reason) -> encode.stranger(request, reason);
      case Proof.TooMany(var retryAfter) -> encode.tooMany(request, retryAfter);
      case Proof.Overloaded(var retryAfter) -> encode.overloaded(request, retryAfter);
    };
  }
}
