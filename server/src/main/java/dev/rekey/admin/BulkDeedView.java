package dev.rekey.admin;

import dev.rekey.page.Field;
import java.util.List;
import java.util.Optional;

/**
 * A bulk act on a page of its own.
 *
 * @param line what the list shows of it
 * @param progress how far it is, in words
 * @param pace how fast it goes and how long the rest takes; empty where nothing moves
 * @param mandates who wanted what, and why
 * @param hint what one should know about how it stands; empty for nothing
 * @param acts what may be done with it by whoever looks
 * @param form of the one that was chosen
 */
public record BulkDeedView(
    BulkView line,
    String progress,
    String pace,
    String hint,
    List<MandateView> mandates,
    List<Act> acts,
    Optional<Form> form) {

  public BulkDeedView {
    mandates = List.copyOf(mandates);
    acts = List.copyOf(acts);
  }

  /** Who wanted something, when, and why. */
  public record MandateView(String what, String by, String why) {}

  /**
   * Something that may be done with it.
   *
   * @param key of its phrases and of its form
   * @param manner how its button looks
   */
  public record Act(String key, String manner) {}

  /** What has to be said before it is done. */
  public record Form(Act act, List<Field> fields) {

    public Form {
      fields = List.copyOf(fields);
    }
  }
}
