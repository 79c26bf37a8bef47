package dev.rekey.mail;

import dev.rekey.core.visit.Language;
import dev.rekey.mail.Block.Facts;
import dev.rekey.mail.Block.Paragraph;
import dev.rekey.mail.Block.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts one letter into words, as text and as a page. A line with a gap that there is nothing for is
 * left out.
 */
record Writer(Form form, Map<String, String> words, Frame frame, Templates templates) {

  String text() {
    return templates.text(form).stream()
        .flatMap(block -> text(block).stream())
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private Optional<String> text(Block block) {
    return switch (block) {
      case Paragraph(var lines) -> joined(said(lines).map(this::filled).map(Wrap::lines));
      case Facts(var lines) -> joined(said(lines).map(this::filled));
      case Way(var place) -> Optional.of(word(place)).filter(link -> !link.isEmpty());
    };
  }

  String html(Language language, String subject) {
    return templates
        .html(form)
        .map(own -> own.fill(words))
        .orElseGet(() -> frame.page(language, subject, word("service"), content()));
  }

  /** The first way is the one to go, on a button; another is for those who look for it. */
  private List<String> content() {
    List<String> content = new ArrayList<>();
    boolean buttonIsThere = false;
    for (Block block : templates.text(form)) {
      html(block, buttonIsThere).ifPresent(content::add);
      buttonIsThere |= block instanceof Way;
    }
    return content;
  }

  private Optional<String> html(Block block, boolean buttonIsThere) {
    return switch (block) {
      case Paragraph(var lines) -> unlessEmpty(lines).map(said -> frame.paragraph(said, words));
      case Facts(var lines) -> unlessEmpty(lines).map(said -> frame.facts(said, words));
      case Way(var place) ->
          Optional.of(word(place))
              .filter(link -> !link.isEmpty())
              .map(link -> buttonIsThere ? frame.way(link) : button(link, place));
    };
  }

  private String button(String link, String place) {
    Phrases phrases = templates.phrases();
    return frame.button(link, phrases.button(form, place), phrases.get(Phrases.COPY));
  }

  private Stream<String> said(List<String> lines) {
    return lines.stream().filter(line -> new Template(Part.TEXT, line).canBeFilled(words));
  }

  private Optional<List<String>> unlessEmpty(List<String> lines) {
    return Optional.of(said(lines).toList()).filter(said -> !said.isEmpty());
  }

  private String filled(String line) {
    return new Template(Part.TEXT, line).fill(words);
  }

  private String word(String place) {
    return words.getOrDefault(place, "");
  }

  private static Optional<String> joined(Stream<String> lines) {
    return Optional.of(lines.collect(Collectors.joining("\n"))).filter(text -> !text.isEmpty());
  }
}
