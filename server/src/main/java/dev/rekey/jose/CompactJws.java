package dev.rekey.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.core.token.TokenDigest;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs and opens compact tokens (RFC 7515 section 7.1) of one algorithm and its keys. */
final class CompactJws {

  /** Genuine tokens are a tenth of this; what is longer is not even taken apart. */
  private static final int LONGEST = 16 * 1024;

  private final JWSHeader header;
  private final String encodedHeader;
  private final JWSSigner signer;
  private final List<JWSVerifier> verifiers;
  private final Remembered remembered = new Remembered();

  /**
   * @param header the JSON that stands in front of every token, to the byte
   * @param verifiers for the keys that are believed, the likeliest first
   */
  CompactJws(JWSAlgorithm algorithm, String header, JWSSigner signer, List<JWSVerifier> verifiers) {
    this.header = new JWSHeader(algorithm);
    this.encodedHeader = encode(header);
    this.signer = signer;
    this.verifiers = List.copyOf(verifiers);
  }

  /** The payload as a token. */
  String sign(String payload) {
    String input = encodedHeader + '.' + encode(payload);
    try {
      return input + '.' + signer.sign(header, input.getBytes(US_ASCII));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign with " + header.getAlgorithm(), e);
    }
  }

  /** What is in the token, once its signature was found right. */
  Opened open(String token) {
    if (token.length() > LONGEST) {
      return new Flawed(Flaw.SEGMENTS);
    }
    TokenDigest digest = TokenDigest.of(token);
    return remembered.find(digest).<Opened>map(Believed::new).orElseGet(() -> open(token, digest));
  }

  private Opened open(String token, TokenDigest digest) {
    Opened opened = takenApart(token);
    if (opened instanceof Believed(Claims claims)) {
      remembered.keep(digest, claims);
    }
    return opened;
  }

  private Opened takenApart(String token) {
    String[] segments = token.split("\\.", -1);
    if (segments.length == 2) {
      return openUnsigned(segments[0]);
    }
    if (segments.length != 3) {
      return new Flawed(Flaw.SEGMENTS);
    }
    return segments[2].isEmpty() ? openUnsigned(segments[0]) : openSigned(segments);
  }

  /** RFC 7515 appendix A.5 writes {@code none} so: an algorithm that nobody here signs with. */
  private static Opened openUnsigned(String head) {
    boolean saysSo = json(head).filter(members -> "none".equals(members.get("alg"))).isPresent();
    return new Flawed(saysSo ? Flaw.ALGORITHM : Flaw.SEGMENTS);
  }

  private Opened openSigned(String[] segments) {
    Optional<Flaw> flaw = flawInHead(segments[0]);
    if (flaw.isPresent()) {
      return new Flawed(flaw.get());
    }
    if (!genuine(segments[0] + '.' + segments[1], segments[2])) {
      return new Flawed(Flaw.SIGNATURE);
    }
    return json(segments[1])
        .<Opened>map(members -> new Believed(new Claims(members)))
        .orElseGet(() -> new Flawed(Flaw.ENCODING));
  }

  /** Nearly every token has the very head that this server writes. */
  private Optional<Flaw> flawInHead(String head) {
    if (head.equals(encodedHeader)) {
      return Optional.empty();
    }
    Optional<Map<String, Object>> members = json(head);
    if (members.isEmpty()) {
      return Optional.of(Flaw.ENCODING);
    }
    return understood(members.get()) ? Optional.empty() : Optional.of(Flaw.ALGORITHM);
  }

  /** {@code crit} lists what a reader must know or else refuse (RFC 7515 section 4.1.11). */
  private boolean understood(Map<String, Object> head) {
    return header.getAlgorithm().getName().equals(head.get("alg")) && !head.containsKey("crit");
  }

  private boolean genuine(String input, String signature) {
    return canonical(signature) && verifiers.stream().anyMatch(one -> fits(one, input, signature));
  }

  private boolean fits(JWSVerifier verifier, String input, String signature) {
    try {
      return verifier.verify(header, input.getBytes(US_ASCII), new Base64URL(signature));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot verify with " + header.getAlgorithm(), e);
    }
  }

  /** Else one signature has several spellings, and one token several digests. */
  private static boolean canonical(String signature) {
    return decode(signature).map(CompactJws::encode).filter(signature::equals).isPresent();
  }

  private static Optional<Map<String, Object>> json(String segment) {
    return decode(segment).flatMap(bytes -> parse(new String(bytes, UTF_8)));
  }

  private static Optional<Map<String, Object>> parse(String json) {
    try {
      return Optional.ofNullable(JSONObjectUtils.parse(json));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> decode(String segment) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(segment));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String encode(String text) {
    return encode(text.getBytes(UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What came of opening a token. */
  sealed interface Opened {}

  record Believed(Claims claims) implements Opened {}

  record Flawed(Flaw flaw) implements Opened {}
}
