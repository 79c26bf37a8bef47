package dev.rekey.page;

import java.util.Locale;
import java.util.Optional;

/**
 * What every page has around its content: the language, who is there, and what forms need.
 *
 * @param phrases in the reader's language
 * @param assets what the page is dressed with
 * @param person who is signed in, if somebody is
 * @param csrf what every form sends back, so that no other site can send it
 * @param room which of the rooms this is, such as {@code sessions}; empty outside
 */
public record Frame(
    Phrases phrases, Assets assets, Optional<Person> person, String csrf, String room) {

  /** Somebody signed in, as the page calls them. */
  public record Person(String name, boolean steward) {}

  /** A phrase in the reader's language. */
  public String say(String key, Object... places) {
    return phrases.say(key, places);
  }

  /** The language's tag, for {@code lang}. */
  public String language() {
    return phrases.language().tag();
  }

  public Locale locale() {
    return phrases.language().locale();
  }

  /** Where an asset is found. */
  public String asset(String name) {
    return assets.at(name);
  }

  /** Whether this is the room. */
  public boolean isIn(String name) {
    return room.equals(name);
  }

  /** The same in a room. */
  public Frame in(String name) {
    return new Frame(phrases, assets, person, csrf, name);
  }
}
