package dev.rekey;

import dev.rekey.cli.Trouble;
import dev.rekey.config.DeviseMount;
import dev.rekey.config.MountConfig;
import dev.rekey.config.OcariotMount;
import dev.rekey.config.OldSystem;
import dev.rekey.config.OnezoneMount;
import dev.rekey.config.OwnMount;
import dev.rekey.config.TokenAuthMount;
import dev.rekey.core.account.Roles;
import dev.rekey.core.adoption.AdoptionWatch;
import dev.rekey.core.adoption.AdoptionWatch.Course;
import dev.rekey.core.adoption.Marks;
import dev.rekey.core.proof.Adopter;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.steward.ViewAdoption;
import dev.rekey.core.store.Adoptions;
import dev.rekey.migrate.upstream.Asker;
import dev.rekey.migrate.upstream.DeviseSpeaker;
import dev.rekey.migrate.upstream.OcariotSpeaker;
import dev.rekey.migrate.upstream.OnezoneSpeaker;
import dev.rekey.migrate.upstream.Speaker;
import dev.rekey.migrate.upstream.TokenAuthSpeaker;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of the wiring that has the old systems asked, each behind its mount. */
final class AdoptionRoom implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AdoptionRoom.class);

  private final Roles roles;
  private final AdoptionWatch watch;
  private final InstantSource clock;
  private final Map<String, Behind> behind = new LinkedHashMap<>();

  /**
   * Wires those that are configured.
   *
   * @param publicUrl where people find this server, which is no old system
   * @param watch hears what came of it
   */
  AdoptionRoom(
      List<MountConfig> mounts,
      String publicUrl,
      Roles roles,
      AdoptionWatch watch,
      InstantSource clock) {
    this.roles = roles;
    this.watch = watch;
    this.clock = clock;
    for (MountConfig mount : mounts) {
      if (mount.enabled()) {
        mount.upstream().ifPresent(old -> refuseMirror(mount, old, publicUrl));
        mount.upstream().ifPresent(old -> behind.put(mount.name(), behind(mount, old)));
      }
    }
  }

  /** After a switch the old name may lead here, and this server would ask itself for ever. */
  private static void refuseMirror(MountConfig mount, OldSystem old, String publicUrl) {
    if (old.base().toString().equalsIgnoreCase(publicUrl + mount.prefix())) {
      throw new Trouble(
          "mounts."
              + mount.name()
              + ".upstream.url leads to this server itself; the name under which the old system is"
              + " found now would do");
    }
  }

  /** A mount and what lies behind it. */
  record Behind(MountConfig mount, OldSystem old, Asker asker) {}

  /** As the console shows them, in the order of the configuration. */
  List<ViewAdoption.Source> sources() {
    return behind.values().stream().map(AdoptionRoom::source).toList();
  }

  private static ViewAdoption.Source source(Behind one) {
    return new ViewAdoption.Source(
        one.mount().name(),
        one.mount().realm(),
        one.old().base().toString(),
        one.old().accounts(),
        one.old().until(),
        one.asker());
  }

  private Behind behind(MountConfig mount, OldSystem old) {
    Asker.Settings settings = new Asker.Settings(old.base(), old.patience(), old.atOnce());
    return new Behind(
        mount,
        old,
        new Asker(
            settings, speaker(mount), why -> warn(mount.name(), why), clock, System::nanoTime));
  }

  private static void warn(String mount, String why) {
    LOG.warn("The old system behind the mount {} gave no answer: {}.", mount, why);
  }

  private Speaker speaker(MountConfig config) {
    return switch (config) {
      case DeviseMount devise ->
          new DeviseSpeaker(
              devise.scope(),
              devise.manners().signInKey(),
              devise.jwt().header(),
              roles,
              devise.signUp().role());
      case TokenAuthMount tokenAuth ->
          new TokenAuthSpeaker(
              List.of(
                  tokenAuth.headers().accessToken(),
                  tokenAuth.headers().client(),
                  tokenAuth.headers().uid()),
              roles,
              tokenAuth.signUps().role());
      case OcariotMount _ -> new OcariotSpeaker(roles);
      case OnezoneMount onezone -> new OnezoneSpeaker(onezone.newUserRole());
      case OwnMount own -> throw new IllegalStateException("no old system spoke as " + own.name());
    };
  }

  /** Keeps the numbers free that people will bring along. */
  void keepNumbersFree(Adoptions adoptions) {
    behind
        .values()
        .forEach(one ->
            one.old()
                .highestId()
                .ifPresent(highest -> adoptions.keepFree(one.mount().realm(), highest)));
  }

  /** Who adopts at the mount, if somebody does. */
  Optional<Adopter> adopter(MountConfig mount, House house, PasswordCheck passwords) {
    return Optional.ofNullable(behind.get(mount.name())).map(one -> adopter(one, house, passwords));
  }

  private Adopter adopter(Behind one, House house, PasswordCheck passwords) {
    return new Adopter(
        new Adopter.Settings(
            one.mount().name(),
            roles,
            one.old().patience(),
            one.old().until().map(AdoptionRoom::beginning)),
        passwords,
        one.asker(),
        house.store().accounts(),
        house.store().adoptions(),
        new Marks(house.instanceKey().derive("adoption")),
        house.doorkeeper(),
        this::asked,
        clock);
  }

  private static Instant beginning(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void asked(String mount, Course course) {
    watch.asked(mount, course);
    switch (course) {
      case COLLIDED ->
          LOG.warn(
              "Somebody was vouched for by the old system behind the mount {} and not adopted: a"
                  + " name is another account's. The audit trail has it as"
                  + " adoption-refused.",
              mount);
      case ADOPTED_BEFORE ->
          LOG.info(
              "Somebody who was adopted before was vouched for again by the old system behind the"
                  + " mount {}, and not let in.",
              mount);
      case ADOPTED, REFUSED, UNREACHABLE -> {}
    }
  }

  @Override
  public void close() {
    behind.values().forEach(one -> one.asker().close());
  }
}
