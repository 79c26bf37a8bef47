package dev.rekey.mail;

import dev.rekey.core.visit.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The templates of all languages, and the frame that they share. */
final class Library {

  private static final List<String> TAGS =
      Arrays.stream(Language.values()).map(Language::tag).sorted().toList();

  private final Source source;
  private final Set<String> words;
  private final Frame frame;
  private final Map<Language, Templates> byLanguage = new ConcurrentHashMap<>();

  /**
   * Reads whatever an operator may have got wrong; a language that came along and that nobody
   * changed is read when its first letter is written.
   *
   * @param words those that every template may use
   */
  Library(Optional<Path> overrides, Set<String> words) {
    this.source = new Source(overrides);
    this.words = words;
    this.frame = new Frame(source);
    List<String> faults = new ArrayList<>(frame.faults());
    for (Language language : Language.values()) {
      if (source.hasOwn(language.tag())) {
        faults.addAll(in(language).faults());
      }
    }
    faults.addAll(strays());
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("mail templates: " + String.join("; ", faults));
    }
  }

  Templates in(Language language) {
    return byLanguage.computeIfAbsent(language, one -> new Templates(one, source, words));
  }

  Frame frame() {
    return frame;
  }

  private List<String> strays() {
    List<Path> files = source.list("");
    if (source.folder().isPresent() && files.isEmpty()) {
      return List.of(source.folder().get() + ": is empty; it may have " + TAGS + " and " + names());
    }
    return files.stream().flatMap(file -> stray(file).stream()).toList();
  }

  private static Optional<String> stray(Path file) {
    String name = file.getFileName().toString();
    if (Files.isDirectory(file)) {
      return TAGS.contains(name)
          ? Optional.empty()
          : Optional.of(file + ": is no language that letters are written in; those are " + TAGS);
    }
    return name.matches(".*\\.(subject|txt|html|properties)") && !names().contains(name)
        ? Optional.of(file + ": is no part of the frame; those are " + names())
        : Optional.empty();
  }

  private static List<String> names() {
    return Arrays.stream(Frame.Piece.values()).map(Frame.Piece::file).sorted().toList();
  }
}
