package dev.rekey.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The templates of every form in one language: those that came along, or an operator's instead. */
final class Templates {

  private final String language;
  private final Optional<Path> folder;
  private final Map<String, Template> byFile = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * Reads them all, so that a fault shows at the start and not in somebody's mail.
   *
   * @param common the words that every template may use
   */
  Templates(String language, Optional<Path> overrides, Set<String> common) {
    this.language = language;
    this.folder = overrides.map(path -> path.resolve(language));
    for (Form form : Form.values()) {
      for (Part part : Part.values()) {
        load(part.file(form), part, union(common, form.words()));
      }
    }
    folder.ifPresent(this::findStrays);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("mail templates: " + String.join("; ", faults));
    }
  }

  Template get(Form form, Part part) {
    return Optional.ofNullable(byFile.get(part.file(form))).orElseThrow();
  }

  private void load(String file, Part part, Set<String> words) {
    Optional<Path> own = folder.map(path -> path.resolve(file)).filter(Files::exists);
    Template template = new Template(part, own.map(Templates::read).orElseGet(() -> shipped(file)));
    String place = own.map(Path::toString).orElse(file);
    template.faults(words).forEach(fault -> faults.add(place + ": " + fault));
    byFile.put(file, template);
  }

  /** A template under a misspelt name would otherwise be left out in silence. */
  private void findStrays(Path path) {
    try (Stream<Path> files = Files.list(path)) {
      files
          .filter(file -> file.toString().matches(".*\\.(subject|txt|html)"))
          .filter(file -> !byFile.containsKey(file.getFileName().toString()))
          .sorted()
          .forEach(file -> faults.add(file + ": is no letter's; letters' are " + byFile.keySet()));
    } catch (IOException e) {
      faults.add(path + ": is not a folder that can be read");
    }
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the mail template " + file, e);
    }
  }

  private String shipped(String file) {
    String name = language + '/' + file;
    try (InputStream stream = Templates.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("this build lacks the mail template " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
