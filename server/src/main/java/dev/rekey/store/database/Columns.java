package dev.rekey.store.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * How values are written into columns and read back: instants as milliseconds since 1970, what is
 * finer is cut off; text as it is, but for the characters that not every database can hold.
 */
public final class Columns implements JdbiPlugin {

  private static final char REPLACEMENT = '\uFFFD';

  @Override
  public void customizeJdbi(Jdbi jdbi) {
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerArgument(new TextArgument());
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  public static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
    OptionalLong millis = maybeLong(row, column);
    return millis.isPresent()
        ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
        : Optional.empty();
  }

  public static Optional<String> maybeText(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  public static OptionalLong maybeLong(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /**
   * The text with U+FFFD for NUL, which PostgreSQL refuses, and for half a surrogate pair, which no
   * UTF-8 has: what somebody typed must not become an accident.
   */
  public static String storable(String text) {
    return isStorable(text) ? text : mended(text);
  }

  /** Nearly every text is. */
  private static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static String mended(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> point == 0 || isSurrogate(point) ? REPLACEMENT : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {

    InstantArgument() {
      super(Types.BIGINT);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, _) -> statement.setLong(position, value.toEpochMilli());
    }
  }

  private static final class TextArgument extends AbstractArgumentFactory<String> {

    TextArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
      return (position, statement, _) -> statement.setString(position, storable(value));
    }
  }
}
