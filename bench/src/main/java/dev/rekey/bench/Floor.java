package dev.rekey.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;

/**
 * The least that a token check can be: a handler on the same HTTP engine that verifies one HS256
 * JWT and its end with the same library, and knows nobody. Prints its port and a token.
 */
public final class Floor {

  private static final byte[] SECRET =
      "a secret of at least thirty-two bytes, for nobody".getBytes(StandardCharsets.US_ASCII);
  private static final String SCHEME = "Bearer ";

  private final MACVerifier verifier;

  private Floor() throws JOSEException {
    this.verifier = new MACVerifier(SECRET);
  }

  /** Serves until it is killed. */
  public static void main(String... arguments) throws JOSEException {
    Floor floor = new Floor();
    WebServer server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(0)
            .routing(routing -> routing.get("/check", floor::check))
            .build()
            .start();
    System.out.println("floor " + server.port() + ' ' + token());
  }

  private static String token() throws JOSEException {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject("7")
            .claim("scp", "user")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(30L * 24 * 60 * 60)))
            .jwtID("0b9a4a2e-6e0c-4b1c-9a8e-2f1f6f8a8a11")
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    token.sign(new MACSigner(SECRET));
    return token.serialize();
  }

  private void check(ServerRequest request, ServerResponse response) {
    String shown = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
    if (shown.startsWith(SCHEME) && isGood(shown.substring(SCHEME.length()))) {
      response.header("content-type", "application/json").send("{\"subject\":\"7\"}");
    } else {
      response.status(Status.UNAUTHORIZED_401).send();
    }
  }

  private boolean isGood(String text) {
    try {
      SignedJWT token = SignedJWT.parse(text);
      Date end = token.getJWTClaimsSet().getExpirationTime();
      return token.verify(verifier) && end != null && end.toInstant().isAfter(Instant.now());
    } catch (ParseException | JOSEException e) {
      return false;
    }
  }
}
