package dev.rekey.dialect.tokenauth;

import dev.rekey.core.letter.TicketLink;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where letters' links lead, and whither browsers are led behind them. */
final class Landings {

  private static final String LOOPBACK_NAME = "localhost";
  private static final String LOOPBACK_6 = "[::1]";
  private static final String LOOPBACK_4 = "127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}";
  private static final String STANDARD_CONFIG = "default";

  private final Settings settings;
  private final Whitelist whitelist;
  private final Optional<String> ownHost;

  Landings(Settings settings) {
    this.settings = settings;
    this.whitelist = new Whitelist(settings.redirects().whitelist());
    this.ownHost = Landing.of(settings.publicUrl()).flatMap(Landing::host);
  }

  /** What became of the wish to be led somewhere. */
  sealed interface Wish {

    /** The request names no address, and neither does configuration. */
    record Missing() implements Wish {}

    /** Nobody is led there. */
    record Forbidden(String url) implements Wish {}

    record Allowed(Landing landing) implements Wish {}
  }

  Wish afterReset(JsonNode parameters) {
    return wish(parameters, Words.REDIRECT_URL, settings.redirects().afterReset());
  }

  Wish afterSignUp(JsonNode parameters) {
    return wish(parameters, Words.CONFIRM_SUCCESS_URL, settings.redirects().afterConfirmation());
  }

  Wish afterConfirmation(JsonNode parameters) {
    return wish(parameters, Words.REDIRECT_URL, settings.redirects().afterConfirmation());
  }

  Wish afterUnlock(JsonNode parameters) {
    return wish(parameters, Words.REDIRECT_URL, Optional.of(settings.publicUrl() + '/'));
  }

  /** Whether configuration says where browsers may be led. */
  boolean listed() {
    return !whitelist.isEmpty();
  }

  /** What configuration names itself is not asked for twice. */
  private Wish wish(JsonNode parameters, String name, Optional<String> standard) {
    Optional<String> asked = Decode.text(parameters, name).filter(text -> !text.isBlank());
    return asked
        .or(() -> standard)
        .<Wish>map(text -> judge(text, standard))
        .orElseGet(Wish.Missing::new);
  }

  private Wish judge(String text, Optional<String> standard) {
    return Landing.of(text)
        .filter(landing -> standard.filter(text::equals).isPresent() || admits(landing))
        .<Wish>map(Wish.Allowed::new)
        .orElseGet(() -> new Wish.Forbidden(text));
  }

  private boolean admits(Landing landing) {
    return whitelist.isEmpty() ? isAtHome(landing) : whitelist.names(landing);
  }

  private boolean isAtHome(Landing landing) {
    return landing.isOfTheWeb()
        && landing
            .host()
            .filter(host -> ownHost.filter(host::equals).isPresent() || isLoopback(host))
            .isPresent();
  }

  private static boolean isLoopback(String host) {
    return host.equals(LOOPBACK_NAME) || host.equals(LOOPBACK_6) || host.matches(LOOPBACK_4);
  }

  /** The link of a letter that resets a password. */
  TicketLink resetLink(JsonNode parameters, Landing landing) {
    return link("/password/edit", Words.RESET_TOKEN, config(parameters), Optional.of(landing));
  }

  /** The link of a letter that confirms an address. */
  TicketLink confirmationLink(JsonNode parameters, Optional<Landing> landing) {
    return link("/confirmation", Words.CONFIRMATION_TOKEN, config(parameters), landing);
  }

  /** The same for an address that takes another's place. */
  TicketLink reconfirmationLink() {
    Optional<Landing> landing = settings.redirects().afterConfirmation().flatMap(Landing::of);
    return link("/confirmation", Words.CONFIRMATION_TOKEN, STANDARD_CONFIG, landing);
  }

  /** The link of a letter that unlocks an account. */
  TicketLink unlockLink(JsonNode parameters, Landing landing) {
    return link("/unlock", Words.UNLOCK_TOKEN, config(parameters), Optional.of(landing));
  }

  private TicketLink link(String path, String token, String config, Optional<Landing> landing) {
    Map<String, String> fixed =
        landing
            .map(one -> Map.of(Words.CONFIG, config, Words.REDIRECT_URL, one.text()))
            .orElseGet(() -> Map.of(Words.CONFIG, config));
    String home = settings.publicUrl() + settings.prefix() + path;
    return new TicketLink(home + '?' + Query.of(fixed) + '&' + token + "={token}");
  }

  private static String config(JsonNode parameters) {
    return Decode.text(parameters, Words.CONFIG_NAME).orElse(STANDARD_CONFIG);
  }
}
