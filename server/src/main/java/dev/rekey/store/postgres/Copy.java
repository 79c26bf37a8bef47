package dev.rekey.store.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.store.database.Columns;
import dev.rekey.store.database.NewRows;
import dev.rekey.store.database.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** New rows in the text form of {@code COPY FROM STDIN}, which PostgreSQL takes the quickest. */
final class Copy {

  private static final int PART = 1 << 16;

  private final StringBuilder text = new StringBuilder(PART + PART / 4);
  private final CopyIn copy;

  private Copy(CopyIn copy) {
    this.copy = copy;
  }

  static void in(Handle handle, NewRows rows) {
    Statements.with(
        handle,
        _ -> {
          BaseConnection connection = handle.getConnection().unwrap(BaseConnection.class);
          CopyIn copy =
              new CopyManager(connection)
                  .copyIn("COPY " + rows.table() + " (" + rows.names() + ") FROM STDIN");
          return new Copy(copy).write(rows);
        });
  }

  private long write(NewRows rows) throws SQLException {
    try {
      for (Object[] row : rows.rows()) {
        add(row);
        if (text.length() >= PART) {
          send();
        }
      }
      send();
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void send() throws SQLException {
    byte[] bytes = text.toString().getBytes(UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  private void add(Object[] row) {
    for (int i = 0; i < row.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      add(row[i]);
    }
    text.append('\n');
  }

  private void add(Object value) {
    switch (value) {
      case String one -> addText(Columns.storable(one));
      case Long one -> text.append(one.longValue());
      case Boolean one -> text.append(one ? 't' : 'f');
      case Instant one -> text.append(one.toEpochMilli());
      case Optional<?> maybe when maybe.isPresent() -> add(maybe.get());
      case Optional<?> _ -> text.append("\\N");
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  private void addText(String one) {
    for (int i = 0; i < one.length(); i++) {
      char c = one.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
