package dev.rekey.migrate.conformance;

import dev.rekey.transcript.Site;
import dev.rekey.transcript.Transcript;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A program of the operator that empties the tested server and makes a story's accounts: a line of
 * JSON in for each story, a line of JSON out.
 */
public final class SetupProgram implements Stage {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Site site;
  private final Letters letters;
  private final Process process;
  private final Writer in;
  private final BufferedReader out;

  private SetupProgram(Site site, Letters letters, Process process) {
    this.site = site;
    this.letters = letters;
    this.process = process;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts the program by the shell; what it writes to standard error goes to the terminal.
   *
   * @param command a line as one would type it
   */
  public static SetupProgram start(Site site, Letters letters, String command) throws IOException {
    Process process =
        new ProcessBuilder(List.of("/bin/sh", "-c", command))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new SetupProgram(site, letters, process);
  }

  @Override
  public Setting set(Transcript story) throws IOException {
    if (story.needsLetters() && !letters.arrive()) {
      return new Setting.Missing("needs the server's letters (--mail names the folder)");
    }
    JsonNode answer = ask(order(story));
    if (answer.path("ready").booleanValue(false)) {
      site.knock();
      return new Setting.Ready(site, story, letters.fresh(), Set.of());
    }
    return new Setting.Missing(
        "the set-up program says: " + answer.path("skip").stringValue("no reason"));
  }

  private static ObjectNode order(Transcript story) {
    ObjectNode order = JSON.createObjectNode().put("story", story.name());
    ObjectNode settings = order.putObject("settings");
    story.settings().forEach(settings::put);
    var accounts = order.putArray("accounts");
    for (Map<String, String> account : story.accounts()) {
      ObjectNode one = accounts.addObject();
      account.forEach(one::put);
    }
    return order;
  }

  private JsonNode ask(ObjectNode order) throws IOException {
    in.write(JSON.writeValueAsString(order) + '\n');
    in.flush();
    String line =
        Optional.ofNullable(out.readLine())
            .orElseThrow(() -> new IOException("the set-up program ended without an answer"));
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new IOException("the set-up program answered something that is no JSON", e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
      if (!process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroy();
      }
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
