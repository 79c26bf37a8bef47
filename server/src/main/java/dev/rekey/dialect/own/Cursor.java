package dev.rekey.dialect.own;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page ended, as clients send it back. */
final class Cursor {

  private static final Pattern SHAPE = Pattern.compile("p([0-9a-z]{1,13})(?:\\.([A-Za-z0-9_-]+))?");
  private static final int RADIX = 36;

  private Cursor() {}

  static String write(Place place) {
    String number = 'p' + Long.toString(place.account().value(), RADIX);
    return place.name().isEmpty() ? number : number + '.' + written(place.name());
  }

  private static String written(String name) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(UTF_8));
  }

  /** Empty when no page ever ended there. */
  static Optional<Place> read(String cursor) {
    Matcher matcher = SHAPE.matcher(cursor);
    try {
      return matcher.matches() ? Optional.of(place(matcher)) : Optional.empty();
    } catch (IllegalArgumentException | CharacterCodingException unreadable) {
      return Optional.empty();
    }
  }

  private static Place place(Matcher matcher) throws CharacterCodingException {
    Optional<String> name = Optional.ofNullable(matcher.group(2));
    long number = Long.parseLong(matcher.group(1), RADIX);
    return new Place(name.isPresent() ? text(name.get()) : "", new AccountId(number));
  }

  private static String text(String written) throws CharacterCodingException {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(written));
    return UTF_8.newDecoder().decode(bytes).toString();
  }
}
