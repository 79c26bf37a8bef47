package dev.rekey.config;

import java.nio.file.Path;

/** Where a value was found, in words. */
record Place(String words) {

  static final Place STANDARD = new Place("default");
  static final Place COMMAND_LINE = new Place("command line");

  static Place line(Path file, int number) {
    return new Place("line " + number + " of " + file);
  }

  static Place variable(String name) {
    return new Place("environment variable " + name);
  }
}
