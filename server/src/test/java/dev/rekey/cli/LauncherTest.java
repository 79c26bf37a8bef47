package dev.rekey.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher keeps what one start has loaded for the next, in a checkout with a small server. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final String SMALL_SERVER =
      """
      public class SmallServer {
        public static void main(String[] arguments) {
          System.out.println("This is " + arguments[0]);
        }
      }
      """;

  private static final String PREPARING = "preparing for quick starts";
  private static final String FROM_THE_CACHE = "SmallServer source: shared objects file";
  private static final String FROM_THE_JAR = "SmallServer source: file:";

  @TempDir private Path house;

  @BeforeEach
  void makeCheckout() throws Exception {
    for (String folder :
        List.of(".mvn", "argon2/src/main", "server/src/main", "server/target/lib")) {
      Files.createDirectories(house.resolve(folder));
    }
    for (String source : List.of("pom.xml", "argon2/pom.xml", "server/pom.xml")) {
      Files.createFile(house.resolve(source));
    }
    Path checkout = Path.of("..").toAbsolutePath().normalize();
    for (String script : List.of("rekey", ".mvn/find-jdk.sh")) {
      Files.copy(checkout.resolve(script), house.resolve(script));
    }
    makeJar();
  }

  private Path target() {
    return house.resolve("server/target");
  }

  private void makeJar() throws Exception {
    Path source = Files.writeString(house.resolve("SmallServer.java"), SMALL_SERVER);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
        .isZero();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "SmallServer");
    try (OutputStream file = Files.newOutputStream(target().resolve("rekey-server.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      jar.putNextEntry(new JarEntry("SmallServer.class"));
      jar.write(Files.readAllBytes(house.resolve("SmallServer.class")));
    }
  }

  /** What it says, to whomever. */
  private String launch(String command, String options) throws IOException, InterruptedException {
    ProcessBuilder launcher =
        new ProcessBuilder("sh", house.resolve("rekey").toString(), command)
            .redirectErrorStream(true);
    launcher
        .environment()
        .keySet()
        .removeIf(name -> name.contains("JAVA_") || name.contains("JDK_"));
    launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
    launcher.environment().put("REKEY_JAVA_OPTS", "-Xlog:class+load " + options);
    Process process = launcher.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private String launch(String command) throws IOException, InterruptedException {
    return launch(command, "");
  }

  private List<Path> caches() throws IOException {
    try (var files = Files.list(target())) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    }
  }

  /** As a build leaves it, after the cache was made. */
  private void makeJarNewer() throws IOException {
    Files.setLastModifiedTime(target().resolve("rekey-server.jar"), FileTime.from(Instant.now()));
  }

  @Test
  void theFirstStartMakesACacheAndUsesIt() throws Exception {
    assertThat(launch("serve")).contains(PREPARING, "This is serve", FROM_THE_CACHE);
    assertThat(caches()).hasSize(1).allSatisfy(cache -> assertThat(cache).isNotEmptyFile());

    assertThat(launch("serve")).doesNotContain(PREPARING).contains(FROM_THE_CACHE);
  }

  @Test
  void aCacheThatIsOlderThanTheJarIsLeftAsideUntilAServerStarts() throws Exception {
    launch("serve");

    makeJarNewer();

    assertThat(launch("account")).doesNotContain(PREPARING).contains(FROM_THE_JAR);
    assertThat(launch("serve")).contains(PREPARING, "This is serve", FROM_THE_CACHE);
  }

  @Test
  void aCommandThatIsSoonOverMakesNone() throws Exception {
    assertThat(launch("account")).contains("This is account").doesNotContain(PREPARING);
    assertThat(caches()).isEmpty();
  }

  @Test
  void whoeverGivesTheJvmAnotherSourceOfClassesIsNotOverruled() throws Exception {
    assertThat(launch("serve", "-Xshare:auto")).doesNotContain(PREPARING).contains(FROM_THE_JAR);
    assertThat(caches()).isEmpty();
  }
}
