package dev.rekey.page;

import dev.rekey.core.visit.Language;
import dev.rekey.http.Request;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What all pages share: the languages that they speak and what they are dressed with. */
public final class Dressing {

  private final Map<Language, Phrases> phrases = new ConcurrentHashMap<>();
  private final Assets assets = new Assets();

  public Assets assets() {
    return assets;
  }

  /** The frame of a page for nobody in particular. */
  public Frame frame(Request request) {
    return frame(request.origin().language(), Optional.empty(), "");
  }

  /** The frame of a page, in the reader's language, else in English. */
  public Frame frame(Optional<Language> reader, Optional<Frame.Person> person, String csrf) {
    Language language = reader.orElse(Language.ENGLISH);
    return new Frame(phrases.computeIfAbsent(language, Phrases::of), assets, person, csrf, "");
  }
}
