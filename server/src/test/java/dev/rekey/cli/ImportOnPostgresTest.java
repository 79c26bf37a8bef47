package dev.rekey.cli;

import dev.rekey.store.postgres.PostgresForTests;

/** An import into PostgreSQL. */
class ImportOnPostgresTest extends ImportStories {

  @Override
  String freshStorage() {
    return """
    storage.url: '%s'
    storage.user: %s
    storage.password: %s
    """
        .formatted(
            PostgresForTests.shared().freshUrl(), PostgresForTests.USER, PostgresForTests.PASSWORD);
  }
}
