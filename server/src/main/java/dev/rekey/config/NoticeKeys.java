package dev.rekey.config;

import dev.rekey.config.Configuration.NewDeviceNotices;
import java.time.Duration;

/** The keys of what owners are told of, and of what they say to it. */
final class NoticeKeys {

  private static final Key<Duration> ALARM_LIFETIME =
      Key.of(
          "alarm.lifetime",
          Times.between("1h", "30d"),
          "7d",
          "How long the link of a notice is good with which its reader says \"this was not me\"; for"
              + " so long it is kept, sealed, how the account stood before.");

  private static final Key<NewDeviceNotices> NEW_DEVICE =
      Key.of(
          "notices.new-device",
          Kinds.constant(NewDeviceNotices.class),
          "people",
          "Who hears of a sign-in with what was not seen before: `people` sign in on pages or the own"
              + " wire, where device and network count; `everywhere` on every wire, where on the"
              + " others the program alone counts; `off` nobody.");

  static final Section SECTION =
      Section.of(
          "Notices",
          "An owner hears of every change of the password or the address, and each notice has a link"
              + " of its own.",
          ALARM_LIFETIME,
          NEW_DEVICE);

  private NoticeKeys() {}

  static Configuration.Notices read(Answers answers) {
    return new Configuration.Notices(answers.of(ALARM_LIFETIME), answers.of(NEW_DEVICE));
  }
}
