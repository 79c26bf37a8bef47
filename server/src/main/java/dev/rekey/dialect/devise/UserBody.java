package dev.rekey.dialect.devise;

import dev.rekey.core.account.Account;
import dev.rekey.dialect.devise.DeviseDialect.Field;
import dev.rekey.dialect.devise.DeviseDialect.Kind;
import dev.rekey.dialect.devise.DeviseDialect.Portrait;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An account as the members that its role shows. */
final class UserBody {

  /** What is shown of the account itself; every other field is one of its profile. */
  private static final Map<String, Function<Account, Optional<Object>>> OWN =
      Map.of(
          Words.ID, account -> Optional.of(account.ids().number()),
          Words.EMAIL, account -> account.logins().email().map(Object.class::cast),
          Words.USERNAME, account -> account.logins().username().map(Object.class::cast),
          Words.ROLE, account -> Optional.of(account.role().name()),
          Words.CREATED_AT, account -> Optional.of(time(account.createdAt())),
          Words.UPDATED_AT, account -> Optional.of(time(account.updatedAt())));

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Set<String> BOOLEANS = Set.of("true", "false");

  private UserBody() {}

  static Map<String, @Nullable Object> of(Account account, Portrait portrait) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (Field field : portrait.shown()) {
      members.put(field.name(), value(field, account).orElse(null));
    }
    return members;
  }

  private static Optional<Object> value(Field field, Account account) {
    return Optional.ofNullable(OWN.get(field.name()))
        .map(own -> own.apply(account))
        .orElseGet(
            () -> account.profile().get(field.name()).map(text -> typed(field.kind(), text)));
  }

  /** A text that is not of the kind is shown as the text that it is. */
  private static Object typed(Kind kind, String text) {
    return switch (kind) {
      case TEXT -> text;
      case NUMBER -> Words.NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
      case BOOLEAN -> BOOLEANS.contains(text) ? Boolean.valueOf(text) : text;
    };
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
