package dev.rekey.admin;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.audit.AuditLine;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.page.Frame;
import dev.rekey.page.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An account in words.
 *
 * @param tags how it stands
 * @param names what it is called, by what each name is
 * @param password how its owner proves to be that: never the hash
 * @param rights what it may do beyond its role
 * @param lines what was done with it of late
 */
public record AccountView(
    List<Tag> tags,
    Map<String, String> names,
    Map<String, String> password,
    List<String> rights,
    List<Line> lines) {

  /** One thing that was done. */
  public record Line(String what, String when, String where, boolean byAnother) {}

  static AccountView of(Dossier dossier) {
    Frame frame = dossier.desk().frame();
    Account account = dossier.account();
    return new AccountView(
        tags(frame, dossier),
        names(frame, account),
        password(frame, dossier),
        account.privileges().stream().sorted().map(name -> right(frame, name)).toList(),
        dossier.lines().stream().map(line -> line(frame, line)).toList());
  }

  private static List<Tag> tags(Frame frame, Dossier dossier) {
    List<Tag> tags = new ArrayList<>();
    tags.add(new Tag("", dossier.account().role().name()));
    tags.addAll(Tag.of(frame, dossier.account()));
    if (dossier.standing().locked()) {
      tags.add(new Tag("bad", frame.say("accounts.locked")));
    }
    return List.copyOf(tags);
  }

  private static Map<String, String> names(Frame frame, Account account) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(frame.say("accounts.username"), or(frame, account.logins().username()));
    names.put(frame.say("accounts.email"), email(frame, account));
    account
        .logins()
        .uid()
        .filter(uid -> !account.logins().email().equals(Optional.of(uid)))
        .filter(uid -> !account.logins().username().equals(Optional.of(uid)))
        .ifPresent(uid -> names.put("uid", uid));
    names.put(frame.say("accounts.number"), Long.toString(account.ids().number()));
    account.profile().fields().forEach(names::put);
    names.put(frame.say("accounts.created"), When.minute(frame, account.createdAt()));
    names.put(frame.say("accounts.changed"), When.minute(frame, account.updatedAt()));
    return names;
  }

  private static String email(Frame frame, Account account) {
    String address = or(frame, account.logins().email());
    return account
        .confirmation()
        .pendingEmail()
        .map(pending -> address + " · " + frame.say("accounts.pending", pending))
        .orElse(address);
  }

  private static Map<String, String> password(Frame frame, Dossier dossier) {
    var credential = dossier.account().credential();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(frame.say("accounts.scheme"), or(frame, credential.hash().map(AccountView::scheme)));
    facts.put(frame.say("accounts.set"), moment(frame, credential.changedAt(), "accounts.unknown"));
    facts.put(frame.say("accounts.login"), frame.say(credential.passwordLogin() ? "yes" : "no"));
    facts.put(
        frame.say("accounts.last"),
        moment(frame, dossier.account().moments().lastSignInAt(), "accounts.never"));
    facts.put(frame.say("accounts.failures"), failures(frame, dossier));
    return facts;
  }

  /** Such as {@code argon2id, m=19456,t=2,p=1}. */
  private static String scheme(PasswordHash hash) {
    return hash.cost().isEmpty() ? hash.scheme() : hash.scheme() + ", " + hash.cost();
  }

  private static String failures(Frame frame, Dossier dossier) {
    var standing = dossier.standing();
    String count = frame.say("accounts.failed", standing.failures());
    return standing.locked() || standing.retryAfter().isZero()
        ? count
        : count + ' ' + frame.say("accounts.wait", standing.retryAfter().toMinutes() + 1);
  }

  private static String moment(Frame frame, Optional<Instant> at, String otherwise) {
    return at.map(moment -> When.minute(frame, moment)).orElseGet(() -> frame.say(otherwise));
  }

  private static String or(Frame frame, Optional<String> text) {
    return text.orElseGet(() -> frame.say("none"));
  }

  /** Of what only a wire knows, the name alone is known. */
  private static String right(Frame frame, String name) {
    return Stream.of(Capability.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(one -> RightView.sentence(frame, one))
        .orElse(name);
  }

  /** A trail may hold what another version of the server wrote. */
  private static Line line(Frame frame, AuditLine line) {
    String key = "event." + line.event();
    String what =
        frame.phrases().keys().contains(key)
            ? frame.say(key)
            : frame.say("activity.other", line.event());
    return new Line(
        what,
        When.minute(frame, line.at()),
        frame.say("sessions.place", line.origin().address(), line.wire()),
        line.byAnother());
  }
}
