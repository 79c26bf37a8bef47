package dev.rekey.config;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.policy.PolicySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A wire at its place: which dialect, on which prefix, for which realm, with which switches. */
public sealed interface MountConfig {

  Common common();

  /** What every mount has. */
  record Common(String name, boolean enabled, String prefix, Realm realm, PolicySettings policy) {}

  /** Devise with devise-jwt. */
  record Devise(
      Common common,
      String scope,
      int signInStatus,
      boolean sessionCookie,
      String resetUrl,
      Optional<Secret> jwtSecret,
      Optional<Secret> rotationSecret,
      Optional<String> issuer,
      Duration jwtLifetime,
      int mostTokens,
      Map<Role, List<ProfileField>> profiles,
      List<ProfileField> otherProfile)
      implements MountConfig {}

  /** OCARIoT. */
  record Ocariot(
      Common common,
      String issuer,
      Duration tokenLifetime,
      Optional<Path> privateKeyFile,
      Optional<Path> publicKeyFile,
      int mostTokens)
      implements MountConfig {}

  /** Onezone. */
  record Onezone(Common common, String errorProfile) implements MountConfig {}

  /** devise_token_auth. */
  record TokenAuth(
      Common common,
      Duration tokenLifespan,
      Duration batchWindow,
      int maxDevices,
      String batchAnswers,
      String currentPassword)
      implements MountConfig {}
}
