package dev.rekey.cli;

import dev.rekey.config.Configuration;
import dev.rekey.core.adoption.Departure;
import dev.rekey.core.adoption.Figures;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.steward.ViewAdoption;
import dev.rekey.core.steward.ViewAdoption.Move;
import dev.rekey.core.steward.ViewAdoption.Outcome;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rekey adoption}. */
@Command(
    name = "adoption",
    description = {
      "Says how many people have come over from the old systems behind the mounts, how many have",
      "not, and when those systems can go."
    },
    mixinStandardHelpOptions = true)
final class AdoptionCommand implements Callable<Integer> {

  private final Premises.Opener opener;

  @Mixin private Settings settings = new Settings();
  @Spec private CommandSpec spec = CommandSpec.create();

  AdoptionCommand(Premises.Opener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    Configuration configuration = settings.load(Map.of());
    try (Premises premises = opener.open(configuration)) {
      return print(
          premises.viewAdoption().handle(new ViewAdoption.Command(new Steward.Operator())));
    }
  }

  private int print(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Seen(Instant _, List<Move> moves) -> {
        if (moves.isEmpty()) {
          out().println("No mount has an old system behind it; `upstream.url` names one.");
        }
        moves.forEach(this::print);
        out().flush();
        yield 0;
      }
      case Outcome.NotAllowed() -> throw new Refusal("an operator may see all");
    };
  }

  private void print(Move move) {
    Figures figures = move.figures();
    say("mount", move.source().mount());
    say("old-system", move.source().address());
    say(
        "adopted",
        "%d (%d in 24 hours, %d in 7 days)"
            .formatted(figures.all(), figures.lastDay(), figures.lastWeek()));
    say("last", figures.last().map(Instant::toString).orElse("-"));
    say("passwordless", Long.toString(figures.passwordless()));
    say("not-known", move.unseen().map(String::valueOf).orElse("-"));
    say("can-go", inWords(move.departure()));
    move.source().until().ifPresent(day -> say("asked-until", day.toString()));
    out().println();
  }

  private static String inWords(Departure departure) {
    return switch (departure) {
      case Departure.Since(Instant last) -> "since " + LocalDate.ofInstant(last, ZoneOffset.UTC);
      case Departure.NotBefore(LocalDate day) -> "not before " + day + " (an estimate)";
      case Departure.NotToBeTold() -> "too early to tell";
      case Departure.Over(LocalDate until) -> "not asked since " + until;
    };
  }

  private void say(String what, String text) {
    out().printf("%-14s %s%n", what, text);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
