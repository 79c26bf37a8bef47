package dev.rekey.config;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Roles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks every room's keys for their part of the configuration. */
final class Loader {

  private Loader() {}

  static Configuration load(
      Optional<Path> file, Map<String, String> environment, Map<String, String> overrides) {
    Optional<YamlFile> yaml = file.map(YamlFile::read);
    refuse(yaml.map(YamlFile::mistakes).orElse(List.of()));
    Sources sources =
        Sources.of(overrides, environment, yaml.map(YamlFile::values).orElse(Map.of()));
    Notebook notebook = new Notebook();
    Configuration configuration = read(new Answers(sources, notebook), notebook);
    refuse(notebook.mistakes(sources));
    return configuration;
  }

  private static void refuse(List<Mistake> mistakes) {
    if (!mistakes.isEmpty()) {
      throw new WrongConfiguration(mistakes);
    }
  }

  private static Configuration read(Answers answers, Notebook notebook) {
    Configuration.Http http = HttpKeys.read(answers);
    Configuration.Policy policy = PolicyKeys.read(answers);
    List<Realm> realms = AccountKeys.realms(answers);
    Roles roles = RoleKeys.read(answers);
    Configuration configuration =
        new Configuration(
            http,
            answers.of(DataKeys.DIRECTORY),
            answers.of(DataKeys.SECRET),
            StorageKeys.read(answers),
            HashingKeys.read(answers),
            policy,
            LimitKeys.read(answers),
            AccountKeys.lifetimes(answers),
            StewardKeys.read(answers),
            NoticeKeys.read(answers),
            SessionKeys.read(answers),
            MailKeys.read(answers),
            LogKeys.read(answers),
            MetricsKeys.read(answers),
            AuditKeys.read(answers),
            realms,
            roles,
            new MountKeys(answers, realms, roles).read(),
            AdminKeys.read(answers),
            notebook.settings());
    MetricsKeys.refuseTakenPath(answers, configuration);
    return configuration;
  }
}
