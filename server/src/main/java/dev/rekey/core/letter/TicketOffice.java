package dev.rekey.core.letter;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.core.token.TokenDigest;
import java.time.Duration;
import java.time.Instant;

/** Makes tickets and the letters that carry them; both are good only once they are committed. */
public final class TicketOffice {

  /** 144 random bits, 24 characters. */
  private static final int TOKEN_BYTES = 18;

  private final Mint mint;
  private final Lifetimes lifetimes;

  public TicketOffice(Mint mint, Lifetimes lifetimes) {
    this.mint = mint;
    this.lifetimes = lifetimes;
  }

  /** For how long a ticket of each purpose opens. */
  public record Lifetimes(Duration reset, Duration confirmation, Duration unlock) {

    Duration of(Purpose purpose) {
      return switch (purpose) {
        case RESET_PASSWORD -> reset;
        case CONFIRM_EMAIL -> confirmation;
        case UNLOCK -> unlock;
      };
    }
  }

  /**
   * Who gets a letter.
   *
   * @param to the address
   * @param name what the letter calls them
   */
  public record Reader(AccountId account, String to, String name) {}

  /** A ticket and the one letter that carries it. */
  public record Offer(Ticket ticket, Letter letter) {}

  public Offer offer(Purpose purpose, Reader reader, TicketLink link, Instant now) {
    String token = mint.token(TOKEN_BYTES);
    Instant end = now.plus(lifetimes.of(purpose));
    Ticket ticket = new Ticket(reader.account(), purpose, TokenDigest.of(token), now, end);
    return new Offer(ticket, letter(purpose, reader, link.with(token), end));
  }

  private static Letter letter(Purpose purpose, Reader reader, String link, Instant end) {
    return switch (purpose) {
      case RESET_PASSWORD -> new Letter.ResetLink(reader.to(), reader.name(), link, end);
      case CONFIRM_EMAIL -> new Letter.ConfirmLink(reader.to(), reader.name(), link, end);
      case UNLOCK -> new Letter.UnlockLink(reader.to(), reader.name(), link, end);
    };
  }
}
