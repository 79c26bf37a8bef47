package dev.rekey.jose;

import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One block of a PEM text (RFC 7468); a class of its own because it may hold a private key. */
final class Pem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private final String label;
  private final String body;

  private Pem(String label, String body) {
    this.label = label;
    this.body = body;
  }

  /** The first block with one of the labels; what else the text holds is passed over. */
  static Pem find(String name, String text, String... labels) {
    List<Pem> blocks = blocks(text);
    return blocks.stream()
        .filter(block -> List.of(labels).contains(block.label))
        .findFirst()
        .map(block -> block.checked(name))
        .orElseThrow(() -> missing(name, blocks, labels));
  }

  String label() {
    return label;
  }

  boolean is(String other) {
    return label.equals(other);
  }

  byte[] der() {
    return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
  }

  private static List<Pem> blocks(String text) {
    Matcher matcher = BLOCK.matcher(text);
    return matcher.results().map(match -> new Pem(match.group(1), match.group(2))).toList();
  }

  private Pem checked(String name) {
    if (body.contains("ENCRYPTED")) {
      throw encrypted(name);
    }
    try {
      der();
      return this;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name + ": the block " + label + " is damaged; give the key as it was made");
    }
  }

  private static IllegalArgumentException missing(String name, List<Pem> blocks, String... labels) {
    if (blocks.stream().anyMatch(block -> block.is("ENCRYPTED PRIVATE KEY"))) {
      return encrypted(name);
    }
    List<String> found = blocks.stream().map(Pem::label).toList();
    return new IllegalArgumentException(
        "%s: expected a PEM block %s, found %s"
            .formatted(
                name,
                String.join(" or ", labels),
                found.isEmpty() ? "none" : String.join(", ", found)));
  }

  private static IllegalArgumentException encrypted(String name) {
    return new IllegalArgumentException(
        name
            + ": is encrypted; give the key without a pass phrase, in a file that only Rekey"
            + " reads");
  }
}
