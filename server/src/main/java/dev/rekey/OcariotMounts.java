package dev.rekey;

import dev.rekey.cli.Trouble;
import dev.rekey.config.OcariotMount;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.store.Keyring;
import dev.rekey.dialect.ocariot.OcariotDialect;
import dev.rekey.http.Mount;
import dev.rekey.jose.RsaKeys;
import dev.rekey.jose.RsaSettings;
import dev.rekey.jose.RsaTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;

/** The part of the wiring that makes mounts of the dialect of OCARIoT. */
final class OcariotMounts {

  private final House house;
  private final UseCases useCases;

  OcariotMounts(House house, UseCases useCases) {
    this.house = house;
    this.useCases = useCases;
  }

  Mount mount(OcariotMount config) {
    RsaTokens tokens =
        new RsaTokens(
            new RsaSettings(
                rsaKeys(config),
                config.issuer(),
                config.tokenLifetime(),
                OcariotDialect::scopesOf));
    NewPassword newPassword = house.newPassword(config.policy());
    return new OcariotDialect(
        new OcariotDialect.Settings(config.name(), config.realm(), config.prefix()),
        useCases.prover(tokens, Prover.Rules.standard()),
        new OcariotDialect.Credentials(
            useCases.signIn(tokens, config.mostTokens(), ConfirmationRule.none()),
            useCases.changePassword(newPassword, EmailRule.DEVISE, true),
            useCases.setPassword(newPassword)),
        roster(newPassword));
  }

  private OcariotDialect.Roster roster(NewPassword newPassword) {
    RosterUseCases roster = new RosterUseCases(house, useCases);
    return new OcariotDialect.Roster(
        roster.rights(),
        new OcariotDialect.Members(
            roster.enrolMember(newPassword),
            roster.listMembers(),
            roster.seeMember(),
            roster.findChildByTag(),
            roster.editMember(),
            roster.deleteMember()),
        new OcariotDialect.Families(
            roster.listChildren(), roster.adoptChild(), roster.releaseChild()),
        new OcariotDialect.Groups(
            roster.createGroup(),
            roster.listGroups(),
            roster.seeGroup(),
            roster.editGroup(),
            roster.deleteGroup()),
        new OcariotDialect.Institutions(
            roster.createInstitution(),
            roster.listInstitutions(),
            roster.seeInstitution(),
            roster.editInstitution(),
            roster.deleteInstitution()));
  }

  private KeyPair rsaKeys(OcariotMount config) {
    if (config.privateKeyFile().isEmpty()) {
      return RsaKeys.decode(keptKey("rsa:" + config.name()));
    }
    Path file = config.privateKeyFile().get();
    return config
        .publicKeyFile()
        .map(publicFile ->
            RsaKeys.readPair(file.toString(), read(file), publicFile.toString(), read(publicFile)))
        .orElseGet(() -> RsaKeys.readPrivate(file.toString(), read(file)));
  }

  private byte[] keptKey(String name) {
    Keyring keyring = house.store().keyring();
    try {
      return keyring.obtain(name, () -> RsaKeys.encode(RsaKeys.generate(house.random())));
    } catch (IllegalStateException e) {
      throw new Trouble(
          "The keys in the database do not open with this instance key: start with the one that"
              + " sealed them, in `secret` (REKEY_SECRET) or in the file secret.key.",
          e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the key file " + file + " cannot be read", e);
    }
  }
}
