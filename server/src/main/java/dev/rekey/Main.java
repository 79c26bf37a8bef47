package dev.rekey;

import dev.rekey.cli.RekeyCommand;
import java.util.List;

/**
 * The program's door: everything behind it is a command of the launcher.
 *
 * <p>To load the Vector API takes a third of a second, which a server does once it answers.
 */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    if (List.of(arguments).contains("calibrate")) {
      VectorModule.load();
    }
    System.exit(RekeyCommand.run(House::open, House.instruments(), arguments));
  }
}
