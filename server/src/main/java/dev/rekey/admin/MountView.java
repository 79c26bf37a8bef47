package dev.rekey.admin;

import java.util.List;

/**
 * Something that is mounted.
 *
 * @param name as the configuration calls it
 * @param prefixes of the paths that it answers
 */
public record MountView(String name, List<String> prefixes) {

  public MountView {
    prefixes = List.copyOf(prefixes);
  }
}
