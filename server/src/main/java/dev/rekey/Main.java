package dev.rekey;

import dev.rekey.cli.RekeyCommand;

/** The program's door: everything behind it is a command of the launcher. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    VectorModule.load();
    System.exit(RekeyCommand.run(House::open, System::nanoTime, arguments));
  }
}
