package dev.rekey.migrate;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which of the columns and members that the Devise family keeps of somebody are a profile.
 */
public final class ProfileColumns {

  /** Those that mean something here, or nothing any more. */
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "email",
          "username",
          "login",
          "role",
          "encrypted_password",
          "password_salt",
          "created_at",
          "updated_at",
          "confirmed_at",
          "confirmation_sent_at",
          "unconfirmed_email",
          "remember_created_at",
          "reset_password_sent_at",
          "failed_attempts",
          "locked_at",
          "sign_in_count",
          "current_sign_in_at",
          "last_sign_in_at",
          "jti",
          "provider",
          "uid",
          "tokens",
          "allow_password_change");

  /** What a profile shows to clients must be nothing to sign in with. */
  private static final Pattern SECRET =
      Pattern.compile(".*(token|secret|password|otp|_ip|digest|api_key|private_key).*");

  private ProfileColumns() {}

  /** Whether what stands under this name tells something of the person, and is no secret. */
  public static boolean tells(String name) {
    return !KNOWN.contains(name) && !SECRET.matcher(name).matches();
  }
}
