package dev.rekey.config;

import java.nio.file.Path;
import java.util.Optional;

/** The keys of what the server keeps with its data. */
final class DataKeys {

  private static final int INSTANCE_KEY_BYTES = 32;

  static final Key<Path> DIRECTORY =
      Key.of(
          "data.directory",
          Kinds.path(),
          "./data",
          "Where the database, the instance key and undelivered letters are kept.");

  static final Key<Optional<Secret>> SECRET =
      Key.of(
          "secret",
          Secrets.base64Of(INSTANCE_KEY_BYTES),
          "",
          "The instance key, from which every other secret is derived; empty, it is made at the"
              + " first start and kept in `<data.directory>/secret.key`.");

  static final Section SECTION =
      Section.of(
          "Data", "Relative paths are relative to the working directory.", DIRECTORY, SECRET);

  private DataKeys() {}
}
