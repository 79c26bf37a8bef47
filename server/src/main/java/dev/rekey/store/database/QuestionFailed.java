package dev.rekey.store.database;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** The database did not answer a short question, for the reason that it gives. */
final class QuestionFailed extends JdbiException {

  private static final long serialVersionUID = 1L;

  QuestionFailed(SQLException cause) {
    super(cause);
  }
}
