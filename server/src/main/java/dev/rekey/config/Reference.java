package dev.rekey.config;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of the manual that lists every key: {@code docs/configuration.md}. */
final class Reference {

  static final List<Section> SECTIONS =
      List.of(
          HttpKeys.SECTION,
          DataKeys.SECTION,
          StorageKeys.SECTION,
          HashingKeys.SECTION,
          PolicyKeys.SECTION,
          LimitKeys.SECTION,
          MailKeys.SECTION,
          LogKeys.SECTION,
          MetricsKeys.SECTION,
          AuditKeys.SECTION,
          AccountKeys.SECTION,
          StewardKeys.SECTION,
          NoticeKeys.SECTION,
          SessionKeys.SECTION,
          RoleKeys.SECTION,
          MountKeys.SECTION,
          DeviseKeys.SECTION,
          OcariotKeys.SECTION,
          OnezoneKeys.SECTION,
          TokenAuthKeys.SECTION,
          OwnKeys.SECTION,
          UpstreamKeys.SECTION,
          AdminKeys.SECTION);

  private static final String HEAD =
      """
      <!-- Made from the keys in server/src/main/java/dev/rekey/config; change them there, then run
           dev.rekey.config.WriteReference with this file's path. A test compares the two. -->

      # Configuration

      Nothing has to be configured: every key has a default, and `rekey serve` runs on those alone.
      `rekey serve --config rekey.yaml` reads a file; [rekey.example.yaml](rekey.example.yaml) is one to start from.

      A key is looked for on the command line (`--port` is `http.port`, `--data` is `data.directory`), then in the
      environment, then in the file; the first that has it wins. Its environment variable is `REKEY_` and the key in upper
      case, with `_` for dots and dashes. `REKEY_CONFIG` names the file; `REKEY_JAVA_OPTS` and
      `REKEY_HOME` are the launcher's, and what begins with `REKEY_IMPORT_` is a secret of `rekey import`, see
      [migrating.md](migrating.md).

      The file is YAML in UTF-8. `http.port: 8080` and `port: 8080` under `http:` are the same key, and no key may stand
      there twice. Tags and aliases are not read.

      A time is a number with `ms`, `s`, `m`, `h` or `d` behind it: `500ms`, `5s`, `10m`, `6h`, `30d`. A list is one of
      YAML's, or one text with commas between the items, which is how an environment variable has it.

      A configuration with a mistake stops the start. The message names every mistake at once: the key, where it stands,
      what was found there and what would do. A value that is wrong counts even where another one wins over it, and so
      does a key or a `REKEY_` variable that does not exist. Values of keys marked *secret* are never shown.
      """;

  private static final String TABLE =
      """
      | key | environment variable | default | may be | meaning |
      |---|---|---|---|---|
      """;

  private Reference() {}

  static String text() {
    return SECTIONS.stream().map(Reference::section).collect(Collectors.joining("", HEAD, ""));
  }

  private static String section(Section section) {
    String words = section.words().isEmpty() ? "" : section.words() + "\n\n";
    return section.fullKeys().stream()
        .map(Reference::row)
        .collect(Collectors.joining("", "\n## " + section.title() + "\n\n" + words + TABLE, ""));
  }

  private static String row(Key<?> key) {
    return Stream.of(
            code(key.name()),
            code(Key.variable(key.name())),
            standard(key),
            key.kind().wanted(),
            key.secret() ? key.sentence() + " *Secret.*" : key.sentence())
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String standard(Key<?> key) {
    if (key.derived()) {
      return key.standard();
    }
    return key.standard().isEmpty() ? "empty" : code(key.standard());
  }

  private static String code(String text) {
    return '`' + text + '`';
  }
}
