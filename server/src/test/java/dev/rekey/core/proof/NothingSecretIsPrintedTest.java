package dev.rekey.core.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.adoption.Upstream;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.audit.Event;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.password.HashCost;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.policy.Blocklist;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.roster.GroupId;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberEdit;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.FirstStart;
import dev.rekey.core.store.Intake;
import dev.rekey.core.token.BearerTokens;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.Macaroon;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Makes one of every record of the core, plants secrets wherever one belongs, and looks whether it
 * prints any: a record is one glance at a log away from being printed.
 */
class NothingSecretIsPrintedTest {

  private static final String SECRET = "S3cret-4-nobodys-eyes";

  /** What a component is called that holds a secret as a text. */
  private static final Set<String> SECRETIVE =
      Set.of("token", "link", "secret", "password", "hash", "encoded", "code", "key", "pepper");

  /** Keys that name a row and open nothing. */
  private static final Set<Class<?>> NAMING =
      Set.of(
          Grant.Ref.class,
          SignedTokens.Reading.Genuine.class,
          BearerTokens.Shown.class,
          Arrival.Token.class,
          Intake.Source.class);

  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Logins LOGINS = Scene.logins("anna");

  /** What is not made by this test's own rules. */
  private static final Map<Class<?>, Object> READY =
      Map.ofEntries(
          Map.entry(Instant.class, NOW),
          Map.entry(Arrival.Ids.class, Arrival.Ids.none()),
          Map.entry(HashCost.class, HashCost.standard()),
          Map.entry(Duration.class, Duration.ofHours(1)),
          Map.entry(Password.class, Password.of(SECRET)),
          Map.entry(PasswordHash.class, PasswordHash.of(SECRET)),
          Map.entry(Realm.class, Realm.MAIN),
          Map.entry(Role.class, Scene.USER),
          Map.entry(Roles.class, Scene.ROLES),
          Map.entry(Logins.class, LOGINS),
          Map.entry(Profile.class, Profile.empty()),
          Map.entry(WireIds.class, new WireIds(1, "0".repeat(24), "0".repeat(32))),
          Map.entry(TokenDigest.class, TokenDigest.of(SECRET)),
          Map.entry(TicketLink.class, Scene.LINK),
          Map.entry(byte[].class, SECRET.getBytes(UTF_8)),
          Map.entry(Macaroon.class, Macaroon.of(SECRET.getBytes(UTF_8), "zone", SECRET)),
          Map.entry(Blocklist.class, Blocklist.none()),
          Map.entry(Origin.class, Scene.HOME.origin()),
          Map.entry(Handle.class, new Handle.Number(1)),
          Map.entry(Event.class, new Event.SignedIn()),
          Map.entry(Violation.class, new Violation.Blank()),
          Map.entry(Proof.Reason.class, new Proof.Reason.Ended()),
          Map.entry(Letter.class, new Letter.ResetLink("anna@example.org", "anna", SECRET, NOW)),
          Map.entry(CreateAccount.Outcome.class, new CreateAccount.Outcome.NotAllowed()),
          Map.entry(CreateAccount.Ids.class, CreateAccount.Ids.fresh()),
          Map.entry(Boolean.class, true),
          Map.entry(Integer.class, 1),
          Map.entry(Period.class, Period.ofDays(1)),
          Map.entry(LocalDate.class, LocalDate.EPOCH),
          Map.entry(MemberKind.class, MemberKind.FAMILY),
          Map.entry(
              MemberEdit.class,
              new MemberEdit(Optional.empty(), Map.of(), Optional.empty(), Optional.empty())),
          Map.entry(InstitutionId.class, new InstitutionId("0".repeat(24))),
          Map.entry(GroupId.class, new GroupId("0".repeat(24))),
          Map.entry(Issuer.class, new FakeTokens()),
          Map.entry(Upstream.class, proxy(Upstream.class)),
          Map.entry(Runnable.class, proxy(Runnable.class)),
          Map.entry(ChangePassword.Renewal.class, proxy(ChangePassword.Renewal.class)));

  static List<Class<?>> records() {
    return classesOfTheCore().filter(Class::isRecord).filter(type -> !isSetting(type)).toList();
  }

  @ParameterizedTest
  @MethodSource("records")
  void noRecordOfTheCorePrintsASecret(Class<?> type) {
    assertThat(make(type).toString()).doesNotContain(SECRET);
  }

  /** Else the walk above would prove nothing. */
  @ParameterizedTest
  @MethodSource("secretive")
  void everySecretWasPlanted(Object holder) {
    assertThat(holder).isNotNull();
    assertThat(textsOf(holder)).contains(SECRET);
  }

  static List<Object> secretive() {
    return Stream.of(
            Issued.class,
            Claim.SignedToken.class,
            Claim.ClientToken.class,
            Letter.ResetLink.class,
            SpendTicket.Command.class,
            FirstStart.Command.class)
        .map(NothingSecretIsPrintedTest::make)
        .toList();
  }

  private static List<Object> textsOf(Object holder) {
    return Arrays.stream(holder.getClass().getRecordComponents())
        .map(component -> read(component, holder))
        .map(value -> value instanceof Optional<?> maybe ? maybe.orElseThrow() : value)
        .toList();
  }

  private static Object read(RecordComponent component, Object holder) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(holder);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object make(Class<?> record) {
    return Optional.<Object>ofNullable(READY.get(record)).orElseGet(() -> construct(record));
  }

  private static Object construct(Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    Object[] values =
        Arrays.stream(components).map(component -> value(record, component)).toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot make a " + record, e);
    }
  }

  private static Object value(Class<?> record, RecordComponent component) {
    boolean secret = SECRETIVE.contains(component.getName()) && !NAMING.contains(record);
    return value(component.getGenericType(), secret);
  }

  private static Object value(Type type, boolean secret) {
    if (type instanceof ParameterizedType generic) {
      return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), secret);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return secret ? SECRET : "word";
    }
    return Optional.<Object>ofNullable(READY.get(plain)).orElseGet(() -> made(plain));
  }

  private static Object container(Class<?> raw, Type[] arguments, boolean secret) {
    if (raw == Optional.class) {
      return Optional.of(value(arguments[0], secret));
    }
    if (raw == Function.class) {
      return Function.identity();
    }
    if (raw == List.class && arguments[0] == Member.class) {
      return List.of(); // whose members have members
    }
    if (raw == Map.class && arguments[1] == String.class) {
      return Map.of(); // of fields, which a kind of member names
    }
    if (raw == List.class) {
      return List.of(value(arguments[0], secret));
    }
    if (raw == Set.class) {
      return Set.of(value(arguments[0], secret));
    }
    if (raw == Map.class) {
      return Map.of(value(arguments[0], secret), value(arguments[1], secret));
    }
    throw new AssertionError("tell this test how to make a " + raw);
  }

  private static Object made(Class<?> plain) {
    if (plain == long.class || plain == Long.class) {
      return 1L;
    }
    if (plain == int.class) {
      return 1;
    }
    if (plain == OptionalLong.class) {
      return OptionalLong.of(1);
    }
    if (plain == double.class) {
      return 1.0;
    }
    if (plain == boolean.class) {
      return false;
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    if (plain.isRecord()) {
      return make(plain);
    }
    if (plain.isSealed()) {
      return make(plain.getPermittedSubclasses()[0]);
    }
    throw new AssertionError("tell this test how to make a " + plain);
  }

  private static <T> T proxy(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> method.getName().equals("toString") ? "a deed" : null));
  }

  /**
   * Settings refuse most numbers and hold no secret; hashes and keys are for their own room's
   * tests.
   */
  private static boolean isSetting(Class<?> type) {
    return type.getPackageName().equals("dev.rekey.core.password")
        || type.getSimpleName().endsWith("Settings");
  }

  private static Stream<Class<?>> classesOfTheCore() {
    Path root = codeOf(Account.class);
    try (Stream<Path> files = Files.walk(root.resolve("dev/rekey/core"))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
          .sorted()
          .toList()
          .stream()
          .<Class<?>>map(NothingSecretIsPrintedTest::load);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path codeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, Account.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
