package dev.rekey.bench.keycloak;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** One of the two servers that are compared, and how its API is spoken. */
interface Side {

  String name();

  int port();

  /** Makes everything ready that is done once: databases, builds. */
  void install() throws IOException, InterruptedException, SQLException;

  Server start() throws IOException, InterruptedException;

  /** Makes the accounts, on the running server. */
  void populate(int users) throws IOException, InterruptedException;

  List<Person> people();

  /** One piece of that work for that person; a wrong answer is thrown. */
  void work(Kind kind, Http http, Person person) throws IOException;

  /** What has to be there before that work, such as a token; not measured. */
  void prepare(Kind kind, Http http, Person person) throws IOException;

  /** Looks at the hashes in the database: the parameters of all of them, or what is wrong. */
  String provenCost(int users) throws SQLException;
}
