package dev.rekey.core.roster;

/** One thing that somebody may do with one sort of entry in the roster. */
public record Right(Subject subject, Deed deed) {

  /** What is touched. */
  public enum Subject {
    /** Members of every kind. */
    USERS,
    EDUCATORS,
    FAMILIES,
    CHILDREN,
    HEALTH_PROFESSIONALS,
    APPLICATIONS,
    INSTITUTIONS,
    CHILDREN_GROUPS
  }

  /** What is done with it. */
  public enum Deed {
    CREATE,
    READ,
    READ_ALL,
    UPDATE,
    DELETE,
    RESET_PASSWORD
  }

  public static Right to(Deed deed, Subject subject) {
    return new Right(subject, deed);
  }

  /** What is touched when it is done with members of this kind. */
  public static Right to(Deed deed, MemberKind kind) {
    return new Right(
        switch (kind) {
          case CHILD -> Subject.CHILDREN;
          case FAMILY -> Subject.FAMILIES;
          case EDUCATOR -> Subject.EDUCATORS;
          case HEALTH_PROFESSIONAL -> Subject.HEALTH_PROFESSIONALS;
          case APPLICATION -> Subject.APPLICATIONS;
        },
        deed);
  }
}
