package dev.rekey;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.rekey.core.account.Account;
import dev.rekey.core.password.HashingPool;
import dev.rekey.core.password.Password;
import dev.rekey.core.proof.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house inspects itself: what ARCHITECTURE.md promises about rooms, held by a test. */
class HouseRulesTest {

  private static final String ROOT = "dev.rekey";
  private static final String CORE = "dev.rekey.core..";
  private static final String DIALECTS = "dev.rekey.dialect.*..";
  private static final String[] SPEAKERS = {
    "dev.rekey.dialect..", "dev.rekey.page..", "dev.rekey.web..", "dev.rekey.admin.."
  };
  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", ""), "src", "main", "java");
  private static final int LONGEST_FILE = 500;

  /** Without what is generated from the pages' templates, which is no room. */
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/rekey/template/"))
          .importUrl(Account.class.getProtectionDomain().getCodeSource().getLocation());

  // The core

  @Test
  void theCoreKnowsTheJdkAndItself() {
    hold(
        classes()
            .that()
            .resideInAPackage(CORE)
            .and(not(resideInAPackage("dev.rekey.core.password..")))
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(CORE, "java..", "javax.crypto..", "org.jspecify.."))
            .because("what is decided about passwords must outlive every library around it"));
  }

  @Test
  void theHashingProvidersAreSeenByPasswordsAlone() {
    hold(
        classes()
            .that()
            .resideInAPackage("dev.rekey.core.password..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    CORE,
                    "java..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "dev.rekey.argon2..",
                    "org.bouncycastle..",
                    "at.favre.lib.crypto.."))
            .because("a hash function is the one thing that the core cannot write itself"));
    onlyIn(
        "dev.rekey.core.password..",
        "another room has no hash to compute",
        "dev.rekey.argon2..",
        "org.bouncycastle..",
        "at.favre.lib..");
  }

  @Test
  void theCoreNeverLogs() {
    hold(
        noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("org.slf4j..", "java.util.logging..", "ch.qos.logback..")
                    .or(describe("System.Logger", HouseRulesTest::isSystemLogger)))
            .orShould()
            .accessTargetWhere(reaches(System.class, "out", "err"))
            .because("the core returns and records; a logger would be a second, unread answer"));
  }

  @Test
  void theCoreKnowsNoDatabaseAndNoNetwork() {
    hold(
        noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "javax.net.."))
            .because("ports stand between the core and the world"));
  }

  @Test
  void onlyTheProofRoomMakesACaller() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.rekey.core.proof..")
            .should()
            .accessTargetWhere(makes(Caller.class))
            .because("a caller is a claim that was checked, and checking is that room's work"));
  }

  @Test
  void passwordsAreLentToOldSystemsAlone() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.rekey.core.password..", "dev.rekey.migrate.upstream..")
            .should()
            .accessTargetWhere(reaches(Password.class, "lend"))
            .because("whoever reads a password is the one place that could leak it"));
  }

  @Test
  void everyEventIsWrittenDownBySomebody() {
    Set<String> events =
        HOUSE.stream()
            .filter(type -> type.getName().startsWith("dev.rekey.core.audit.Event$"))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    HOUSE.stream()
        .filter(type -> !type.getPackageName().equals("dev.rekey.core.audit"))
        .flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(access -> access.getName().equals("<init>"))
        .forEach(access -> events.remove(access.getTargetOwner().getName()));

    assertThat(events)
        .as("an event that nobody writes is a hole in the trail: what it names goes unrecorded")
        .isEmpty();
  }

  // The dialects

  @Test
  void noDialectKnowsAnother() {
    hold(
        slices()
            .matching("dev.rekey.dialect.(*)..")
            .should()
            .notDependOnEachOther()
            .because("two wires that share a line break together; a coincidence is left twice"));
  }

  @Test
  void inADialectOnlyTheDoorIsPublic() {
    hold(
        classes()
            .that()
            .resideInAPackage(DIALECTS)
            .and()
            .areTopLevelClasses()
            .and(not(simpleNameEndingWith("Dialect")))
            .should()
            .notBePublic()
            .because("the house knows a speaker by its door and nothing behind it"));
    hold(
        classes()
            .that()
            .resideInAPackage(DIALECTS)
            .and()
            .haveSimpleNameEndingWith("Dialect")
            .should()
            .bePublic()
            .because("somebody has to open the door"));
  }

  @Test
  void everyDialectHasTheSameFiles() {
    assertThat(roomsOfTheDialects())
        .isNotEmpty()
        .allSatisfy((room, names) -> {
          assertThat(names).as(room).contains("Decode", "Encode", "Words");
          assertThat(names.stream().filter(name -> name.endsWith("Dialect")))
              .as("the door of " + room)
              .hasSize(1);
        });
  }

  /** So that a new outcome does not compile until every dialect has words for it. */
  @Test
  void noEncoderHasADefault() throws IOException {
    Pattern fallback = Pattern.compile("\\bdefault\\s*(->|:)");
    List<String> found =
        sources()
            .filter(file -> file.getFileName().toString().matches("Encode.*\\.java"))
            .filter(file -> fallback.matcher(withoutComments(read(file))).find())
            .map(Path::toString)
            .toList();

    assertThat(found).as("a default swallows the outcome that nobody has words for").isEmpty();
  }

  @Test
  void speakersSeeNothingOfTheMachinery() {
    hold(
        noClasses()
            .that()
            .resideInAnyPackage(SPEAKERS)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    ROOT,
                    "dev.rekey.store..",
                    "dev.rekey.mail..",
                    "dev.rekey.config..",
                    "dev.rekey.jose..",
                    "dev.rekey.cli..",
                    "dev.rekey.http.engine.."))
            .because("a speaker turns requests into commands and outcomes into answers"));
  }

  @Test
  void speakersAskUseCasesAndNeverAPort() {
    hold(
        noClasses()
            .that()
            .resideInAnyPackage(SPEAKERS)
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.rekey.core.store.."))
            .because("whoever asks the store has begun to decide"));
  }

  @Test
  void dialectsNeitherLogNorReadAClockNorCompareSecrets() {
    hold(
        noClasses()
            .that()
            .resideInAPackage("dev.rekey.dialect..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("org.slf4j..", "java.util.logging..", "java.security..")
                    .or(
                        describe(
                            "clocks",
                            type ->
                                type.isEquivalentTo(InstantSource.class)
                                    || type.isEquivalentTo(Clock.class))))
            .because("all of that belongs to the core or to the front door"));
  }

  // Who may see which library

  @Test
  void sqlIsSpokenInTheStoreAlone() {
    onlyIn(
        "dev.rekey.store..",
        "a line that contains SQL has found its room",
        "java.sql..",
        "javax.sql..",
        "org.jdbi..",
        "org.flywaydb..",
        "com.zaxxer..",
        "org.sqlite..",
        "org.postgresql..");
  }

  @Test
  void theServerLibraryIsSeenByTheEngineAlone() {
    onlyIn(
        "dev.rekey.http.engine..",
        "the server can be replaced without a word to anybody else",
        "io.helidon..");
  }

  @Test
  void mailIsSentByTheMailRoomAlone() {
    onlyIn(
        "dev.rekey.mail..",
        "everybody else writes letters as data",
        "jakarta.mail..",
        "jakarta.activation..",
        "org.eclipse.angus..");
  }

  @Test
  void pagesAreMadeByTheRoomsForPeopleAlone() {
    onlyIn(
        "dev.rekey.[page|web|admin]..",
        "a wire speaks to programs, the web to people",
        "gg.jte..",
        "rekey.template..");
  }

  @Test
  void signedTokensAreMadeByJoseAlone() {
    onlyIn(
        "dev.rekey.jose..",
        "the core knows a token by what it says, not by its library",
        "com.nimbusds..");
  }

  @Test
  void numbersAreKeptByMetricsAlone() {
    onlyIn(
        "dev.rekey.metrics..",
        "everybody else tells what happens, and not to whom",
        "io.micrometer..",
        "io.prometheus..");
  }

  // Order in the house

  @Test
  void noTwoRoomsNeedEachOther() {
    hold(
        slices()
            .matching("dev.rekey.(**)")
            .should()
            .beFreeOfCycles()
            .because("a room must be understood without the rooms that stand on it"));
  }

  @Test
  void nobodyNeedsTheTop() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT))
            .because("the wiring knows everybody, and nobody knows the wiring"));
  }

  @Test
  void everyRoomIsNullMarked() {
    Set<String> unmarked =
        HOUSE.stream()
            .map(JavaClass::getPackage)
            .filter(room -> !isNullMarked(room))
            .map(JavaPackage::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(unmarked).as("rooms where null might still mean something").isEmpty();
  }

  @Test
  void namesSayWhatSomethingIs() {
    hold(
        noClasses()
            .should()
            .haveNameMatching(".*(Manager|Service|Impl|Util|Utils|Helper|Dto)")
            .because("a class that is named for nothing in particular collects everything"));
  }

  @Test
  void noFileIsLong() throws IOException {
    Map<String, Long> longFiles =
        sources()
            .filter(file -> lines(file) > LONGEST_FILE)
            .collect(
                Collectors.toMap(Path::toString, HouseRulesTest::lines, Long::sum, TreeMap::new));

    assertThat(longFiles).as("files over " + LONGEST_FILE + " lines hold two ideas").isEmpty();
  }

  // Time, chance and state

  @Test
  void onlyTheHouseMakesClocks() {
    hold(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.rekey.House")
            .should()
            .accessTargetWhere(
                DescribedPredicate.<JavaAccess<?>>alwaysFalse()
                    .or(asksTheTime())
                    .or(reaches(Clock.class, "system", "systemUTC", "systemDefaultZone"))
                    .or(reaches(Clock.class, "tick", "tickMillis", "tickSeconds", "tickMinutes"))
                    .or(reaches(InstantSource.class, "system"))
                    .or(reaches(System.class, "currentTimeMillis"))
                    .as("read the machine's clock"))
            .because("time is handed in, so that a test may hold it still"));
  }

  @Test
  void onlyTheHouseMakesChance() {
    hold(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.rekey.House")
            .should()
            .accessTargetWhere(
                DescribedPredicate.<JavaAccess<?>>alwaysFalse()
                    .or(makes(SecureRandom.class))
                    .or(makes(Random.class))
                    .or(reaches(SecureRandom.class, "getInstance", "getInstanceStrong"))
                    .or(reaches(UUID.class, "randomUUID"))
                    .or(reaches(Math.class, "random"))
                    .or(reaches(ThreadLocalRandom.class, "current"))
                    .as("make randomness"))
            .because("randomness is handed in from the one generator that is fit for secrets"));
  }

  /** A hashing pool may be made without one by those who do not test its waits. */
  @Test
  void theStopwatchIsHandedIn() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .and()
            .doNotBelongToAnyOf(HashingPool.class)
            .should()
            .accessTargetWhere(reaches(System.class, "nanoTime"))
            .because("what takes long in a test must not have to take long"));
  }

  @Test
  void theEnvironmentIsReadOnce() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.rekey.config..")
            .and()
            .doNotHaveFullyQualifiedName("dev.rekey.cli.Settings")
            .should()
            .accessTargetWhere(reaches(System.class, "getenv"))
            .because("every setting has a name, a range and a sentence, and those are in config"));
  }

  @Test
  void nothingStaticChanges() {
    hold(
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("two houses in one machine must not know of each other"));
  }

  // Helpers

  private static void hold(ArchRule rule) {
    rule.check(HOUSE);
  }

  private static void onlyIn(String room, String reason, String... libraries) {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackage(room)
            .should()
            .dependOnClassesThat(resideInAnyPackage(libraries))
            .because(reason));
  }

  private static DescribedPredicate<JavaAccess<?>> asksTheTime() {
    return describe(
        "now()",
        access ->
            access.getName().equals("now")
                && access.getTargetOwner().getPackageName().startsWith("java.time"));
  }

  private static DescribedPredicate<JavaAccess<?>> makes(Class<?> type) {
    return reaches(type, "<init>");
  }

  private static DescribedPredicate<JavaAccess<?>> reaches(Class<?> owner, String... names) {
    return describe(
        owner.getSimpleName() + "." + String.join("|", names),
        access ->
            access.getTargetOwner().isEquivalentTo(owner)
                && List.of(names).contains(access.getName()));
  }

  private static boolean isSystemLogger(JavaClass type) {
    return type.getName().startsWith("java.lang.System$Logger");
  }

  private static boolean isNullMarked(JavaPackage room) {
    return room.tryGetPackageInfo().isPresent() && room.isAnnotatedWith(NullMarked.class);
  }

  private static Map<String, Set<String>> roomsOfTheDialects() {
    return HOUSE.stream()
        .filter(resideInAPackage("dev.rekey.dialect.*"))
        .filter(JavaClass::isTopLevelClass)
        .collect(
            Collectors.groupingBy(
                JavaClass::getPackageName,
                TreeMap::new,
                Collectors.mapping(
                    JavaClass::getSimpleName, Collectors.toCollection(TreeSet::new))));
  }

  private static Stream<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    return read(file).lines().count();
  }

  private static String withoutComments(String source) {
    return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//.*", "");
  }
}
