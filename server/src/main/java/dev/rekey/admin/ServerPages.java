package dev.rekey.admin;

import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Sheet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rekey.template.console.JteserverGenerated;

/** Where one sees what is mounted, and by which settings the server runs. */
final class ServerPages {

  private final ConsoleDoor door;
  private final List<MountView> mounts;
  private final Map<String, List<SettingView>> settings;

  ServerPages(ConsoleDoor door, List<MountView> mounts, List<SettingView> settings) {
    this.door = door;
    this.mounts = mounts;
    this.settings = byGroup(settings);
  }

  /** By the first word of their keys. */
  private static Map<String, List<SettingView>> byGroup(List<SettingView> settings) {
    return settings.stream()
        .collect(Collectors.groupingBy(SettingView::group, TreeMap::new, Collectors.toList()));
  }

  List<Route> routes() {
    return List.of(new Route("GET", ConsoleRoom.SERVER.path(), this::show));
  }

  private Response show(Request request) {
    return door.open(
        request,
        ConsoleRoom.SERVER,
        desk -> Sheet.of(200, out -> JteserverGenerated.render(out, null, desk, mounts, settings)));
  }
}
