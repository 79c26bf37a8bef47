package dev.rekey.config;

/** The keys of a mount that speaks as Onezone does. */
final class OnezoneKeys {

  private static final Key<String> ERROR_PROFILE =
      Key.of(
          "error-profile",
          Kinds.word("20.02", "21.02", "25.0"),
          "21.02",
          "The release whose errors are spoken.");

  static final Section SECTION =
      Section.of("Mounts of the dialect onezone", "", ERROR_PROFILE)
          .under(MountKeys.PREFIX + "<name>.");

  private OnezoneKeys() {}

  static OnezoneMount read(MountBasics basics) {
    return new OnezoneMount(
        basics.name(),
        basics.enabled(),
        basics.prefix(),
        basics.realm(),
        basics.policy(),
        basics.answers().of(ERROR_PROFILE));
  }
}
