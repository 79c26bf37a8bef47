package dev.rekey.cli.demo;

import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.store.Accounts;
import dev.rekey.transcript.Letterbox;
import java.io.PrintStream;
import java.nio.file.Path;

/** The whole demonstration: stage, walk, and what a newcomer can do next. */
public final class Demonstration {

  private final Stage stage;
  private final String address;
  private final int port;
  private final Path mailFolder;
  private final PrintStream out;

  public Demonstration(
      Accounts accounts,
      CreateAccount createAccount,
      SetPassword setPassword,
      String address,
      int port,
      Path mailFolder,
      PrintStream out) {
    this.stage = new Stage(accounts, createAccount, setPassword);
    this.address = address;
    this.port = port;
    this.mailFolder = mailFolder;
    this.out = out;
  }

  /** Performs the walk; true when all five contracts were kept. */
  public boolean perform() {
    stage.prepare();
    boolean kept = walk().perform();
    out.println();
    out.println(kept ? "All five contracts are kept." : "Not every contract was kept: see above.");
    return kept;
  }

  /** Tells where the server is and prints lines to paste. */
  public void invite() {
    out.println();
    out.println("The server stays up on " + address + "; Ctrl-C ends it. Letters: " + mailFolder);
    out.println("The accounts and their passwords now:");
    Cast.ALL.forEach(cast ->
        out.printf("  %-38s %-10s %s%n", cast.logins().display(), cast.role().name(), cast.next()));
    walk().printCurlLines();
    out.println();
  }

  private Walk walk() {
    return new Walk(address, new Narrator(port, out), new Letterbox(mailFolder), out);
  }
}
