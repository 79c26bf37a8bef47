package dev.rekey.core.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A password as it was typed: counted, judged and hashed here, and never shown.
 *
 * <p>It counts and is hashed in Unicode's form NFC (NIST SP 800-63B-4 section 3.1.1.2), so that a
 * word from two keyboards is one password; its raw bytes are kept beside, for hashes that other
 * systems made. Nothing else is ever done to it: no trimming, no change of case, no cut (OWASP ASVS
 * 5.0 V6.2.8).
 *
 * <p>Every method throws {@link IllegalStateException} once the password was cleared.
 */
public final class Password {

  /** A shorter word than this says nothing about a password that holds it twice. */
  private static final int SHORTEST_REPEATED = 3;

  /**
   * Normalising a text of combining marks takes time in the square of its length. A longer text
   * stays as it is: it has over 4,096 code points, more than any policy accepts.
   */
  private static final int LONGEST_NORMALISED = 8192;

  /** A shorter word turns up in too many good passwords to be looked for inside them. */
  private static final int SHORTEST_CORE = 4;

  private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}*");

  private final byte[] raw;
  private final byte[] normalised;
  private final boolean normal;
  private final int length;
  private final boolean blank;
  private final boolean unusable;
  private volatile boolean cleared;

  private Password(String text, String normalised) {
    this.raw = bytes(text);
    this.normal = normalised.equals(text);
    this.normalised = normal ? raw : bytes(normalised);
    this.length = codePoints(normalised);
    this.blank = WHITE_SPACE.matcher(text).matches();
    this.unusable = text.indexOf('\0') >= 0 || hasLoneSurrogate(text);
  }

  public static Password of(String text) {
    return new Password(text, normalise(text));
  }

  /** How many code points its NFC form has: what a person would call characters, near enough. */
  public int length() {
    requireUncleared();
    return length;
  }

  public boolean isEmpty() {
    requireUncleared();
    return raw.length == 0;
  }

  /** True when it is empty or nothing but Unicode's white space. */
  public boolean isBlank() {
    requireUncleared();
    return blank;
  }

  /** True when it holds NUL or an unpaired surrogate, which no wire carries safely. */
  public boolean isUnusable() {
    requireUncleared();
    return unusable;
  }

  /**
   * Lets an old system's speaker read it as it was typed, for as long as it takes; what is lent is
   * wiped afterwards.
   */
  public <R> R lend(Function<byte[], R> speaker) {
    byte[] lent = raw().clone();
    try {
      return speaker.apply(lent);
    } finally {
      Arrays.fill(lent, (byte) 0);
    }
  }

  /** Compares exactly, without normalisation, in time that does not tell where they differ. */
  public boolean sameAs(Password other) {
    return MessageDigest.isEqual(raw(), other.raw());
  }

  /**
   * True when nothing but {@code word} speaks for it: it is the word, or, for words of at least
   * four characters with a letter, the word with digits and signs around it, or the word repeated.
   * Case does not count.
   */
  public boolean isMadeOf(String word) {
    String sought = fold(normalise(word));
    if (sought.isBlank()) {
      return false;
    }
    String text = folded();
    return text.equals(sought)
        || (isLongEnough(sought) && isCoreOf(text, sought))
        || isRepetition(text, sought);
  }

  /** The word again and again, with nothing but digits and signs between. */
  private static boolean isRepetition(String text, String word) {
    String rest = text.replace(word, "");
    return word.length() >= SHORTEST_REPEATED
        && text.length() - rest.length() >= 2 * word.length()
        && rest.codePoints().noneMatch(Character::isLetter);
  }

  /** Eight bytes that stand for it, whatever its case, in the blocklist and nowhere else. */
  public long fingerprint() {
    return ByteBuffer.wrap(Digests.sha256(folded().getBytes(UTF_8))).getLong();
  }

  /** Overwrites it in memory. */
  public void clear() {
    cleared = true;
    Arrays.fill(raw, (byte) 0);
    Arrays.fill(normalised, (byte) 0);
  }

  @Override
  public String toString() {
    return "Password[hidden]";
  }

  /** The bytes as typed; the array itself, to be read and not kept. */
  byte[] raw() {
    requireUncleared();
    return raw;
  }

  /** The bytes of the NFC form; the array itself, to be read and not kept. */
  byte[] normalised() {
    requireUncleared();
    return normalised;
  }

  /** True when its raw bytes and those of its NFC form are the same. */
  boolean isNormalised() {
    requireUncleared();
    return normal;
  }

  private void requireUncleared() {
    if (cleared) {
      throw new IllegalStateException("the password was cleared");
    }
  }

  private String folded() {
    return fold(new String(normalised(), UTF_8));
  }

  private static String normalise(String text) {
    return text.length() > LONGEST_NORMALISED ? text : Normalizer.normalize(text, Form.NFC);
  }

  private static String fold(String normalised) {
    return normalised.toLowerCase(Locale.ROOT);
  }

  private static boolean isLongEnough(String word) {
    return codePoints(word) >= SHORTEST_CORE && hasLetter(word);
  }

  private static boolean isCoreOf(String text, String word) {
    int start = text.indexOf(word);
    return start >= 0
        && !hasLetter(text.substring(0, start))
        && !hasLetter(text.substring(start + word.length()));
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  private static byte[] bytes(String text) {
    return hasLoneSurrogate(text) ? unmistakable(text) : text.getBytes(UTF_8);
  }

  /** UTF-8 would write every lone surrogate as a question mark, which might be somebody's. */
  private static byte[] unmistakable(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(1 + Character.BYTES * text.length());
    bytes.put((byte) 0xFF).asCharBuffer().put(text);
    return bytes.array();
  }
}
