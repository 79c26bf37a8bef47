package dev.rekey.page;

/**
 * One field of a form with all that belongs to it.
 *
 * @param name of the field and its id
 * @param label what it is called
 * @param type of HTML: {@code text}, {@code email} or {@code password}
 * @param autocomplete by which password managers know it
 * @param value what was typed before; a password never comes back
 * @param hint what helps
 * @param wrong what was wrong with it; empty when nothing was
 */
public record Field(
    String name,
    String label,
    String type,
    String autocomplete,
    boolean required,
    boolean autofocus,
    String value,
    String hint,
    String wrong,
    String reveal,
    String conceal) {

  public static Field text(String name, String label, String autocomplete, String value) {
    return new Field(name, label, "text", autocomplete, true, false, value, "", "", "", "");
  }

  public static Field email(String name, String label, String value) {
    return new Field(name, label, "email", "email", false, false, value, "", "", "", "");
  }

  public static Field password(Frame frame, String name, String label, String autocomplete) {
    return new Field(
        name,
        label,
        "password",
        autocomplete,
        true,
        false,
        "",
        "",
        "",
        frame.say("password.show"),
        frame.say("password.hide"));
  }

  public Field withHint(String text) {
    return new Field(
        name, label, type, autocomplete, required, autofocus, value, text, wrong, reveal, conceal);
  }

  public Field withWrong(String text) {
    return new Field(
        name, label, type, autocomplete, required, autofocus, value, hint, text, reveal, conceal);
  }

  public Field focused() {
    return new Field(
        name, label, type, autocomplete, required, true, value, hint, wrong, reveal, conceal);
  }

  public Field optional() {
    return new Field(
        name, label, type, autocomplete, false, autofocus, value, hint, wrong, reveal, conceal);
  }

  /** The ids of what explains it, for {@code aria-describedby}; empty for none. */
  public String describedBy() {
    String hints = hint.isEmpty() ? "" : name + "-hint";
    String complaint = wrong.isEmpty() ? "" : name + "-wrong";
    return (hints + ' ' + complaint).strip();
  }

  /** For {@code aria-invalid}. */
  public String invalid() {
    return Boolean.toString(!wrong.isEmpty());
  }
}
