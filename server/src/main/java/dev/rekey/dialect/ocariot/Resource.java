package dev.rekey.dialect.ocariot;

import dev.rekey.core.roster.MemberKind;

/** What this wire calls the things that it speaks of: in a path, and to people. */
enum Resource {
  USER("users", "user_id", "User"),
  CHILD("children", "child_id", "Child"),
  FAMILY("families", "family_id", "Family"),
  EDUCATOR("educators", "educator_id", "Educator"),
  HEALTH_PROFESSIONAL("healthprofessionals", "healthprofessional_id", "Health Professional"),
  APPLICATION("applications", "application_id", "Application"),
  INSTITUTION("institutions", "institution_id", "Institution"),
  CHILDREN_GROUP("groups", "group_id", "Children Group");

  private final String segment;
  private final String parameter;
  private final String noun;

  Resource(String segment, String parameter, String noun) {
    this.segment = segment;
    this.parameter = parameter;
    this.noun = noun;
  }

  static Resource of(MemberKind kind) {
    return switch (kind) {
      case CHILD -> CHILD;
      case FAMILY -> FAMILY;
      case EDUCATOR -> EDUCATOR;
      case HEALTH_PROFESSIONAL -> HEALTH_PROFESSIONAL;
      case APPLICATION -> APPLICATION;
    };
  }

  /** The path of them all, such as {@code /children}. */
  String all() {
    return '/' + segment;
  }

  /** The path of one, such as {@code /children/{child_id}}. */
  String one() {
    return all() + "/{" + parameter + '}';
  }

  /** What an id of it is called in a path and in a complaint. */
  String parameter() {
    return parameter;
  }

  String notFound() {
    return noun + " not found!";
  }

  String gone() {
    return noun
        + " not found or already removed. A new operation for the same resource is not required.";
  }

  String taken() {
    return noun + " is already registered...";
  }
}
