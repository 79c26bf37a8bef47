package dev.rekey.store.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database's tables up to what this version of the server expects. */
public final class Migrations {

  private Migrations() {}

  /** Runs what has not been run yet from {@code db/migration/} and the folder's name. */
  public static void run(DataSource source, String folder) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:db/migration/" + folder)
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }
}
