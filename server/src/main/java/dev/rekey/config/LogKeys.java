package dev.rekey.config;

/** The keys of the log. */
final class LogKeys {

  private static final String JSON = "json";

  private static final Key<String> LEVEL =
      Key.of(
          "log.level",
          Kinds.word("error", "warn", "info", "debug", "trace"),
          "info",
          "The least important lines that are logged.");

  private static final Key<String> FORMAT =
      Key.of("log.format", Kinds.word("text", JSON), "text", "How a line is written.");

  static final Section SECTION =
      Section.of("The log", "It is written to standard error.", LEVEL, FORMAT);

  private LogKeys() {}

  static Configuration.Log read(Answers answers) {
    return new Configuration.Log(answers.of(LEVEL), answers.of(FORMAT).equals(JSON));
  }
}
