package dev.rekey.core.secretary;

import dev.rekey.core.account.Account;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The fields by which entries are sorted and filtered, as texts. What is not named here, such as
 * what another wire keeps in a profile, cannot be asked for.
 */
final class Fields {

  static final String INSTITUTION = "institution";

  private static final String CREATED_AT = "created_at";

  /** ISO 8601 with milliseconds always, so that texts are in the order of moments. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Fields() {}

  static Optional<String> of(Member member, String field) {
    Account account = member.account();
    return switch (field) {
      case "username" -> account.logins().username();
      case INSTITUTION -> member.institution().map(InstitutionId::hex24);
      case "last_login" -> account.moments().lastSignInAt().map(Fields::text);
      case CREATED_AT -> Optional.of(text(account.createdAt()));
      default ->
          MemberKind.of(account.role())
              .filter(kind -> kind.fields().contains(field))
              .flatMap(_ -> member.field(field));
    };
  }

  static Optional<String> of(Institution institution, String field) {
    Institution.Details details = institution.details();
    return switch (field) {
      case "type" -> Optional.of(details.type());
      case "name" -> Optional.of(details.name());
      case "address" -> details.address();
      case "latitude" -> details.latitude();
      case "longitude" -> details.longitude();
      case CREATED_AT -> Optional.of(text(institution.createdAt()));
      default -> Optional.empty();
    };
  }

  static Optional<String> of(ChildrenGroup group, String field) {
    return switch (field) {
      case "name" -> Optional.of(group.name());
      case "school_class" -> group.schoolClass();
      case CREATED_AT -> Optional.of(text(group.createdAt()));
      default -> Optional.empty();
    };
  }

  private static String text(Instant moment) {
    return MOMENT.format(moment);
  }
}
