package dev.rekey.config;

import java.util.List;

/** What a source says about a key, before anybody has judged it. */
sealed interface Given {

  Place place();

  /** The whole as one text. */
  String text();

  /** One text, which may be a list with commas. */
  record Text(String text, Place place) implements Given {}

  /** A list that was written as one. */
  record Items(List<String> items, Place place) implements Given {

    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String text() {
      return String.join(", ", items);
    }
  }
}
