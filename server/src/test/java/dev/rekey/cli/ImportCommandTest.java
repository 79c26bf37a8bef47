package dev.rekey.cli;

/** An import into SQLite. */
class ImportCommandTest extends ImportStories {

  @Override
  String freshStorage() {
    return "";
  }
}
