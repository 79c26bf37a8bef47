package dev.rekey.mail;

import dev.rekey.core.visit.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words of every letter in one language. */
final class Templates {

  private final Language language;
  private final Source source;
  private final Set<String> common;
  private final Map<String, Template> byFile = new TreeMap<>();
  private final Phrases phrases;
  private final List<String> faults = new ArrayList<>();

  /**
   * Reads them all, so that a fault shows at the start and not in somebody's mail.
   *
   * @param common the words that every template may use
   */
  Templates(Language language, Source source, Set<String> common) {
    this.language = language;
    this.source = source;
    this.common = common;
    for (Form form : Form.values()) {
      load(form, Part.SUBJECT, source.find(file(form, Part.SUBJECT)));
      load(form, Part.TEXT, source.find(file(form, Part.TEXT)));
      source.own(file(form, Part.HTML)).ifPresent(own -> load(form, Part.HTML, own));
    }
    this.phrases = Phrases.read(source.find(language.tag() + '/' + Phrases.FILE));
    faults.addAll(phrases.faults());
    findStrays();
  }

  Template subject(Form form) {
    return own(form, Part.SUBJECT).orElseThrow();
  }

  List<Block> text(Form form) {
    return Block.of(own(form, Part.TEXT).orElseThrow().text());
  }

  /** The page that stands in for the one that is made of the text. */
  Optional<Template> html(Form form) {
    return own(form, Part.HTML);
  }

  Phrases phrases() {
    return phrases;
  }

  /** What is wrong with them, each with its file. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  private Optional<Template> own(Form form, Part part) {
    return Optional.ofNullable(byFile.get(part.file(form)));
  }

  private String file(Form form, Part part) {
    return language.tag() + '/' + part.file(form);
  }

  private void load(Form form, Part part, Source.Found found) {
    Template template = new Template(part, found.text());
    Set<String> words = new HashSet<>(common);
    words.addAll(form.words());
    template
        .faults(words, part.needs(form))
        .forEach(fault -> faults.add(found.place() + ": " + fault));
    byFile.put(part.file(form), template);
  }

  /** A template under a misspelt name would otherwise be left out in silence. */
  private void findStrays() {
    if (source.hasOwn(language.tag())) {
      source.list(language.tag()).stream()
          .filter(file -> file.toString().matches(".*\\.(subject|txt|html|properties)"))
          .filter(file -> !names().contains(name(file)))
          .forEach(file -> faults.add(file + ": is no letter's; letters' are " + names()));
    }
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(Set.of(Phrases.FILE));
    for (Form form : Form.values()) {
      for (Part part : Part.values()) {
        names.add(part.file(form));
      }
    }
    return names;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
