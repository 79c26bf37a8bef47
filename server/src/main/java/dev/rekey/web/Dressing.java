package dev.rekey.web;

import dev.rekey.http.Request;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What all pages share: the languages that they speak and what they are dressed with. */
public final class Dressing {

  private final Map<Language, Phrases> phrases = new ConcurrentHashMap<>();
  private final Assets assets = new Assets();

  Assets assets() {
    return assets;
  }

  /** The frame of a page for nobody in particular. */
  Frame frame(Request request) {
    return frame(request, Optional.empty(), "");
  }

  /** The frame of a page, in the language that the browser asks for. */
  Frame frame(Request request, Optional<Frame.Person> person, String csrf) {
    Language language = Language.preferred(request.header("accept-language"));
    return new Frame(phrases.computeIfAbsent(language, Phrases::of), assets, person, csrf, "");
  }
}
