package dev.rekey.dialect.devise;

import dev.rekey.dialect.devise.DeviseDialect.Field;
import dev.rekey.dialect.devise.DeviseDialect.Portrait;
import java.util.List;
import java.util.Set;

/** The people of the two documents, as they show themselves there. */
final class Portraits {

  static final Portrait OPERATOR =
      new Portrait(
          List.of(
              Field.number("id"),
              Field.text("company"),
              Field.text("contact_phone_number"),
              Field.text("email"),
              Field.number("financial_company_id"),
              Field.text("first_name"),
              Field.text("job_position"),
              Field.text("last_name"),
              Field.text("phone_number"),
              Field.number("profile_id"),
              Field.text("role")),
          Set.of("first_name", "job_position", "last_name", "phone_number"));

  static final Portrait DRIVER =
      new Portrait(
          List.of(
              Field.number("id"),
              Field.text("email"),
              Field.text("first_name"),
              Field.text("last_name"),
              Field.text("phone_number"),
              Field.number("profile_id"),
              Field.text("referral_code"),
              Field.text("role")),
          Set.of("first_name", "last_name", "phone_number"));

  private Portraits() {}
}
