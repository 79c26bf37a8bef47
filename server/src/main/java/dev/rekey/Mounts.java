package dev.rekey;

import dev.rekey.config.DeviseMount;
import dev.rekey.config.MountConfig;
import dev.rekey.config.OcariotMount;
import dev.rekey.config.OnezoneMount;
import dev.rekey.config.OwnMount;
import dev.rekey.config.TokenAuthMount;
import dev.rekey.http.Mount;
import java.util.List;

/** The part of the wiring that makes the configured mounts, each by the maker of its dialect. */
final class Mounts {

  private final House house;
  private final UseCases useCases;

  Mounts(House house) {
    this.house = house;
    this.useCases = new UseCases(house);
  }

  List<Mount> all() {
    return house.configuration().mounts().stream()
        .filter(MountConfig::enabled)
        .map(this::mount)
        .toList();
  }

  private Mount mount(MountConfig config) {
    UseCases at = useCases.at(config);
    return switch (config) {
      case DeviseMount devise -> new DeviseMounts(house, at).mount(devise);
      case OcariotMount ocariot -> new OcariotMounts(house, at).mount(ocariot);
      case OnezoneMount onezone -> new OnezoneMounts(house, at).mount(onezone);
      case TokenAuthMount tokenAuth -> new TokenAuthMounts(house, at).mount(tokenAuth);
      case OwnMount own -> new OwnMounts(house, at).mount(own);
    };
  }
}
