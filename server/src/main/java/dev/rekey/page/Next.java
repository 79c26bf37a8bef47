package dev.rekey.page;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where somebody wanted to go before they were asked to sign in: a page of ours or none. */
public final class Next {

  private static final String HOME = "/account";
  private static final Pattern OURS = Pattern.compile("/(account|admin)(/[A-Za-z0-9_-]+)*");

  private Next() {}

  public static String of(Optional<String> asked) {
    return asked.filter(path -> OURS.matcher(path).matches()).orElse(HOME);
  }
}
