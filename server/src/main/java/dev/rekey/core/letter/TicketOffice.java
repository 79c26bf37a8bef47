package dev.rekey.core.letter;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.token.Codes;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes tickets and the letters that carry them; both are good only once they are committed. */
public final class TicketOffice {

  /** 144 random bits, 24 characters. */
  private static final int TOKEN_BYTES = 18;

  private final Mint mint;
  private final Codes codes;
  private final Lifetimes lifetimes;

  public TicketOffice(Mint mint, Codes codes, Lifetimes lifetimes) {
    this.mint = mint;
    this.codes = codes;
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
   * @param language what they read, as far as is known
   */
  public record Reader(AccountId account, String to, String name, Optional<Language> language) {

    /** The owner of an account, who may be the visitor. */
    public static Reader of(Account account, String to, Visit visit) {
      return new Reader(
          account.id(), to, account.logins().display(), Language.of(account.profile(), visit));
    }
  }

  /** A ticket and the one letter that carries it. */
  public record Offer(Ticket ticket, Letter letter) {}

  /** A ticket and the letters that carry it, to one address each. */
  public record Return(Ticket ticket, List<Letter> letters) {
    public Return {
      letters = List.copyOf(letters);
    }
  }

  /** A ticket in another's place, and its token. */
  public record Renewal(Ticket ticket, String token) {
    @Override
    public String toString() {
      return "Renewal[hidden]";
    }
  }

  /** For somebody whose request no page of ours showed a number for. */
  public Offer offer(Purpose purpose, Reader reader, TicketLink link, Instant now) {
    return offer(purpose, reader, link, Optional.empty(), now);
  }

  /**
   * Makes a ticket and its letter.
   *
   * @param number what the page shows where the letter is asked for
   */
  public Offer offer(
      Purpose purpose, Reader reader, TicketLink link, Optional<String> number, Instant now) {
    String token = mint.token(TOKEN_BYTES);
    Instant end = now.plus(lifetimes.of(purpose));
    Ticket ticket = new Ticket(reader.account(), purpose, TokenDigest.of(token), now, end);
    String address = link.with(token);
    Offer offer =
        switch (purpose) {
          case RESET_PASSWORD -> reset(ticket, reader, address, number);
          case CONFIRM_EMAIL ->
              new Offer(ticket, new Letter.ConfirmLink(reader.to(), reader.name(), address, end));
          case UNLOCK ->
              new Offer(ticket, new Letter.UnlockLink(reader.to(), reader.name(), address, end));
        };
    return new Offer(offer.ticket(), offer.letter().in(reader.language()));
  }

  private Offer reset(Ticket ticket, Reader reader, String address, Optional<String> number) {
    String code = codes.draw();
    return new Offer(
        ticket.with(codes.digestOf(code), number),
        new Letter.ResetLink(
            reader.to(), reader.name(), address, ticket.expiresAt(), code, number.orElse("")));
  }

  /** A reset for the owner of a frozen account, to each of the addresses that were theirs. */
  public Return wayBack(
      Account account, List<String> addresses, TicketLink link, Visit visit, Instant now) {
    String token = mint.token(TOKEN_BYTES);
    String code = codes.draw();
    Instant end = now.plus(lifetimes.of(Purpose.RESET_PASSWORD));
    Ticket ticket =
        new Ticket(account.id(), Purpose.RESET_PASSWORD, TokenDigest.of(token), now, end)
            .with(codes.digestOf(code), Optional.empty());
    return new Return(
        ticket,
        addresses.stream()
            .map(to -> Reader.of(account, to, visit))
            .<Letter>map(reader ->
                new Letter.WayBack(
                    reader.to(), reader.name(), link.with(token), end, code, reader.language()))
            .toList());
  }

  /** The same permission under a fresh token, for whoever typed the code of the letter. */
  public Renewal renew(Ticket ticket) {
    String token = mint.token(TOKEN_BYTES);
    return new Renewal(ticket.behind(TokenDigest.of(token)), token);
  }
}
