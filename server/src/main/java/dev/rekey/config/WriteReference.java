package dev.rekey.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the manual's page of all keys into the file that it is given. */
public final class WriteReference {

  private WriteReference() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("the path of the page is wanted");
    }
    Files.writeString(Path.of(arguments[0]), Reference.text());
  }
}
