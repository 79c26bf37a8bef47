package dev.rekey.config;

import java.util.List;
import java.util.Optional;

/** How the members of a user are written: {@code email}, {@code profile_id:number}. */
final class ProfileFields {

  private static final ProfileField.Kind UNMARKED = ProfileField.Kind.TEXT;

  private static final Kind<ProfileField.Kind> MARK =
      Kinds.choice(List.of(ProfileField.Kind.values()), Words::kebab);

  private ProfileFields() {}

  static Kind<ProfileField> kind() {
    return Kind.of(
        "a name, with :number or :boolean behind it unless it is a text",
        ProfileFields::read,
        ProfileFields::write);
  }

  private static Optional<ProfileField> read(String text) {
    String[] parts = text.split(":", 2);
    if (!parts[0].matches("[A-Za-z_][A-Za-z0-9_]*")) {
      return Optional.empty();
    }
    return (parts.length == 1 ? Optional.of(UNMARKED) : MARK.read(parts[1]))
        .map(kind -> new ProfileField(parts[0], kind));
  }

  private static String write(ProfileField field) {
    return field.kind() == UNMARKED ? field.name() : field.name() + ':' + MARK.write(field.kind());
  }
}
