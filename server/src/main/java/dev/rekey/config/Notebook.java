package dev.rekey.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the reading of a configuration brings to light: the settings, and what is wrong. */
final class Notebook {

  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> excused = new LinkedHashSet<>();
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final Set<Mistake> mistakes = new LinkedHashSet<>();

  void know(String key) {
    known.add(key);
  }

  /** This key and those under it cannot be judged, for something else is wrong. */
  void excuse(String key) {
    excused.add(key);
  }

  void settle(Setting setting) {
    settings.put(setting.key(), setting);
  }

  void note(Mistake mistake) {
    mistakes.add(mistake);
  }

  boolean isSound(String key) {
    return mistakes.stream().noneMatch(mistake -> mistake.key().equals(key));
  }

  /** Where the value of a key comes from. */
  String origin(String key) {
    return Optional.ofNullable(settings.get(key))
        .map(Setting::origin)
        .orElse(Place.STANDARD.words());
  }

  List<Setting> settings() {
    return List.copyOf(settings.values());
  }

  /** Everything that is wrong, what nobody asked for at the end. */
  List<Mistake> mistakes(Sources sources) {
    List<Mistake> all = new ArrayList<>(mistakes);
    all.addAll(new Strays(known, excused).among(sources));
    return all;
  }
}
