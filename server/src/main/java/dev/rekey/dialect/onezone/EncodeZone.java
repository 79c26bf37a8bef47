package dev.rekey.dialect.onezone;

import dev.rekey.dialect.onezone.OnezoneDialect.Profile;
import dev.rekey.dialect.onezone.OnezoneDialect.Settings;
import dev.rekey.http.Response;
import tools.jackson.databind.node.ObjectNode;

/** Says what anybody may know about the server. */
final class EncodeZone {

  /** Nobody keeps a registry of what fits together here. */
  private static final int NO_REVISION = 0;

  private final Answers answers;
  private final Settings settings;

  EncodeZone(Answers answers, Settings settings) {
    this.answers = answers;
    this.settings = settings;
  }

  Response healthy() {
    return answers.json(200, Answers.object().put("status", "healthy"));
  }

  Response configuration() {
    ObjectNode zone =
        Answers.object()
            .put("name", settings.zone().name())
            .put("domain", settings.zone().domain())
            .put("version", version(settings.profile()))
            .put("build", "unknown")
            .put("subdomainDelegationSupported", false);
    zone.putArray("compatibleOneproviderVersions");
    zone.put("compatibilityRegistryRevision", NO_REVISION);
    zone.putArray("supportedIdPs").addObject().put("id", "basicAuth").put("offlineAccess", false);
    zone.putObject("availableSpaceTags");
    return answers.json(200, zone);
  }

  private static String version(Profile profile) {
    return switch (profile) {
      case LINE_20_02 -> "20.02.20";
      case LINE_21_02 -> "21.02.7";
      case LINE_25_0 -> "25.0";
    };
  }

  /** Which privileges there are. */
  Response privileges() {
    ObjectNode all = Answers.object();
    Privileges.ALL.forEach(all.putArray("admin")::add);
    Privileges.VIEWER.forEach(all.putArray("viewer")::add);
    return answers.json(200, all);
  }
}
