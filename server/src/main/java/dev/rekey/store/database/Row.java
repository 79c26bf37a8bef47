package dev.rekey.store.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of a result, read column by column from the left: to find columns by their names is what
 * the most frequent questions would spend most of their time on.
 */
public final class Row {

  private final ResultSet result;
  private int column;

  public Row(ResultSet result) {
    this.result = result;
  }

  public long number() throws SQLException {
    return result.getLong(++column);
  }

  public Optional<Long> maybeNumber() throws SQLException {
    long number = number();
    return result.wasNull() ? Optional.empty() : Optional.of(number);
  }

  public boolean flag() throws SQLException {
    return result.getBoolean(++column);
  }

  public String text() throws SQLException {
    return result.getString(++column);
  }

  public Optional<String> maybeText() throws SQLException {
    return Optional.ofNullable(result.getString(++column));
  }

  public Instant instant() throws SQLException {
    return Instant.ofEpochMilli(number());
  }

  public Optional<Instant> maybeInstant() throws SQLException {
    return maybeNumber().map(Instant::ofEpochMilli);
  }
}
