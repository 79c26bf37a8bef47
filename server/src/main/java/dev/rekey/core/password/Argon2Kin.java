package dev.rekey.core.password;

import dev.rekey.argon2.Argon2Input;
import dev.rekey.argon2.Argon2Parameters;
import dev.rekey.argon2.Argon2Parameters.Variant;
import dev.rekey.argon2.Argon2Parameters.Version;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An imported hash by Argon2i or Argon2d (RFC 9106), stored as a PHC string. */
final class Argon2Kin implements Imported {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2([id])\\$v=(16|19)\\$m=([1-9]\\d{0,6}),t=([1-9]\\d?),p=([1-9]\\d?)"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private final Variant variant;
  private final Version version;
  private final HashCost cost;
  private final byte[] salt;
  private final byte[] tag;

  private Argon2Kin(Variant variant, Version version, HashCost cost, byte[] salt, byte[] tag) {
    this.variant = variant;
    this.version = version;
    this.cost = cost;
    this.salt = salt;
    this.tag = tag;
  }

  static Optional<Argon2Kin> read(String encoded) {
    Matcher parts = FORM.matcher(encoded);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int memoryKiB = Integer.parseInt(parts.group(3));
    int passes = Integer.parseInt(parts.group(4));
    int lanes = Integer.parseInt(parts.group(5));
    if (!HashCost.isBearable(memoryKiB, passes, lanes)) {
      return Optional.empty();
    }
    Variant variant = parts.group(1).equals("i") ? Variant.ARGON2I : Variant.ARGON2D;
    Version version = parts.group(2).equals("16") ? Version.V10 : Version.V13;
    HashCost cost = new HashCost(memoryKiB, passes, lanes);
    return PhcBase64.decode(parts.group(6))
        .flatMap(salt ->
            PhcBase64.decode(parts.group(7))
                .map(tag -> new Argon2Kin(variant, version, cost, salt, tag)));
  }

  @Override
  public boolean matches(byte[] password) {
    Argon2Parameters parameters =
        EngineArgon2.parameters(cost)
            .withVariant(variant)
            .withVersion(version)
            .withTagBytes(tag.length);
    byte[] computed = new BouncyCastleEngine().hash(parameters, Argon2Input.of(password, salt));
    return MessageDigest.isEqual(tag, computed);
  }

  @Override
  public String name() {
    return variant == Variant.ARGON2I ? "argon2i" : "argon2d";
  }

  @Override
  public String cost() {
    return cost.text();
  }
}
