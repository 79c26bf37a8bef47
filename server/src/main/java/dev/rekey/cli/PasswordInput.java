package dev.rekey.cli;

import dev.rekey.core.password.Password;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Where a command gets a password from: the first line of standard input, a prompt at a terminal,
 * or nowhere, which means that one is generated. Never the command line, which others can read.
 */
final class PasswordInput {

  @Option(names = "--generate", description = "Makes a random password and prints it once.")
  private boolean generate;

  @Option(
      names = "--any-password",
      description = "Takes a password that the policy would refuse, for tests and migrations.")
  private boolean anyPassword;

  /** A password and, if it was generated, its text to be printed once. */
  record Chosen(Password password, Optional<String> generated) {}

  boolean anyPassword() {
    return anyPassword;
  }

  Chosen choose(Premises premises) {
    if (generate) {
      return generated(premises);
    }
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isPresent()) {
      return prompted(terminal.get(), premises);
    }
    return firstLine()
        .filter(line -> !line.isEmpty())
        .map(line -> new Chosen(Password.of(line), Optional.empty()))
        .orElseGet(() -> generated(premises));
  }

  private static Chosen prompted(Console console, Premises premises) {
    char[] typed = console.readPassword("Password (empty generates one): ");
    if (typed == null || typed.length == 0) {
      return generated(premises);
    }
    return new Chosen(Password.of(new String(typed)), Optional.empty());
  }

  private static Chosen generated(Premises premises) {
    String password = premises.randomPassword();
    return new Chosen(Password.of(password), Optional.of(password));
  }

  private static Optional<String> firstLine() {
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()));
      return Optional.ofNullable(in.readLine());
    } catch (CharacterCodingException e) {
      throw new Refusal("Standard input is not UTF-8, so the password would be another one.");
    } catch (IOException e) {
      throw new UncheckedIOException("standard input could not be read", e);
    }
  }
}
