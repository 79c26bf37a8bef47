package dev.rekey.core.password;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/** The peppers and keys without which the hashes of another system verify nothing. */
@FunctionalInterface
public interface ImportKeys {

  /** What an id may be: it is written into every hash. */
  String ID = "[0-9a-f]{12}";

  Optional<byte[]> find(String id);

  static ImportKeys none() {
    return _ -> Optional.empty();
  }

  /**
   * What a key is called, wherever it is imported. The name is as hard to guess the key by as a
   * password's hash is, for a pepper may be a word.
   */
  static String idOf(byte[] key) {
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA512Digest());
    generator.init(key, "rekey import key".getBytes(StandardCharsets.US_ASCII), 210_000);
    KeyParameter derived = (KeyParameter) generator.generateDerivedMacParameters(48);
    return HexFormat.of().formatHex(derived.getKey());
  }
}
