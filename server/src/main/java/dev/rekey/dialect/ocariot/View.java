package dev.rekey.dialect.ocariot;

import dev.rekey.core.account.Account;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is shown of somebody or something, in the order of the original; what is absent is left out.
 */
final class View {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final List<String> OF_A_CHILD =
      List.of(
          Words.GENDER,
          Words.AGE,
          Words.AGE_CALC_DATE,
          "last_sync",
          "fitbit_status",
          "nfc_tag",
          "tag_ass_time");

  private final Map<String, Object> members = new LinkedHashMap<>();

  private View() {}

  static Map<String, Object> of(MemberKind kind, Member member) {
    View view = user(member);
    switch (kind) {
      case CHILD -> OF_A_CHILD.forEach(field -> view.put(field, member.field(field)));
      case FAMILY -> view.put(Words.CHILDREN, children(member.children()));
      case EDUCATOR, HEALTH_PROFESSIONAL -> view.put("children_groups", groups(member.groups()));
      case APPLICATION -> view.put(Words.APPLICATION_NAME, member.field(Words.APPLICATION_NAME));
    }
    return view.members;
  }

  static List<Map<String, Object>> of(MemberKind kind, List<Member> members) {
    return members.stream().map(member -> of(kind, member)).toList();
  }

  static List<Map<String, Object>> children(List<Member> children) {
    return of(MemberKind.CHILD, children);
  }

  static Map<String, Object> of(Institution institution) {
    Institution.Details details = institution.details();
    return new View()
        .put("id", institution.id().hex24())
        .put(Words.TYPE, details.type())
        .put(Words.NAME, details.name())
        .put(Words.ADDRESS, details.address())
        .put(Words.LATITUDE, details.latitude())
        .put(Words.LONGITUDE, details.longitude())
        .members;
  }

  static List<Map<String, Object>> institutions(List<Institution> institutions) {
    return institutions.stream().map(View::of).toList();
  }

  static Map<String, Object> of(ChildrenGroup group) {
    return new View()
        .put("id", group.id().hex24())
        .put(Words.NAME, group.name())
        .put(Words.CHILDREN, children(group.children()))
        .put(Words.SCHOOL_CLASS, group.schoolClass())
        .members;
  }

  static List<Map<String, Object>> groups(List<ChildrenGroup> groups) {
    return groups.stream().map(View::of).toList();
  }

  private static View user(Member member) {
    Account account = member.account();
    return new View()
        .put("id", account.ids().hex24())
        .put(Words.USERNAME, account.logins().display())
        .put(Words.INSTITUTION_ID, member.institution().map(InstitutionId::hex24))
        .put("last_login", account.moments().lastSignInAt().map(View::moment));
  }

  private static String moment(Instant at) {
    return MOMENT.format(at);
  }

  private View put(String name, Object value) {
    members.put(name, value);
    return this;
  }

  private View put(String name, Optional<String> value) {
    value.ifPresent(text -> members.put(name, text));
    return this;
  }
}
