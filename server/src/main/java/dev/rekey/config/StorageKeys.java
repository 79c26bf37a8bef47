package dev.rekey.config;

import java.util.Optional;

/** The keys of the database. */
final class StorageKeys {

  private static final Key<Optional<String>> URL =
      Key.of(
          "storage.url",
          Urls.postgres().orEmpty(),
          "",
          "The PostgreSQL database; empty, the data are in SQLite, in"
              + " `<data.directory>/rekey.db`.");

  private static final Key<Optional<String>> USER =
      Key.of("storage.user", Kinds.text().orEmpty(), "", "The name to sign in to PostgreSQL with.");

  private static final Key<Optional<Secret>> PASSWORD =
      Key.of("storage.password", Secrets.password(), "", "The password for it.");

  private static final Key<Integer> POOL_SIZE =
      Key.of(
          "storage.pool-size",
          Kinds.integer(1, 1000),
          "16",
          "How many connections to PostgreSQL this node keeps.");

  static final Section SECTION =
      Section.of(
          "Storage",
          "SQLite needs nothing; PostgreSQL serves more than one node.",
          URL,
          USER,
          PASSWORD,
          POOL_SIZE);

  private StorageKeys() {}

  static Configuration.Storage read(Answers answers) {
    Configuration.Storage storage =
        new Configuration.Storage(
            answers.of(URL), answers.of(USER), answers.of(PASSWORD), answers.of(POOL_SIZE));
    if (storage.url().isEmpty()) {
      refuseWithoutUrl(answers, USER, storage.user());
      refuseWithoutUrl(answers, PASSWORD, storage.password());
    }
    return storage;
  }

  /** Somebody who names a user means PostgreSQL, and would start on an empty SQLite file. */
  private static void refuseWithoutUrl(Answers answers, Key<?> key, Optional<?> value) {
    if (value.isPresent() && answers.isSound(URL)) {
      answers.contradiction(
          key, "it is set and storage.url is not", "both or neither of them would do");
    }
  }
}
