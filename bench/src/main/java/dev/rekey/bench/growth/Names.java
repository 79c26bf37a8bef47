package dev.rekey.bench.growth;

import java.util.List;
import java.util.Locale;

/** How the people are called: everybody otherwise, and known from the number alone. */
final class Names {

  static final List<String> FIRST =
      List.of(
          "Lettie", "Jonas", "Amira", "Piotr", "Sofia", "Kwame", "Ingrid", "Mateo", "Yuki", "Dana",
          "Ruben", "Zainab", "Emil", "Clara", "Hugo", "Noor", "Vera", "Tomas", "Ana", "Boris");

  static final List<String> LAST =
      List.of(
          "Gleason",
          "Okafor",
          "Lindqvist",
          "Moreau",
          "Tanaka",
          "Schmid",
          "Novak",
          "Silva",
          "Byrne",
          "Haddad",
          "Kowalski",
          "Jensen",
          "Rossi",
          "Ivanova",
          "Mbeki",
          "Larsen",
          "Weber");

  static final List<String> HOSTS =
      List.of("mail.example.com", "post.example.net", "example.org", "people.example.edu");

  private Names() {}

  static String email(long number) {
    String local = of(FIRST, number) + '.' + of(LAST, number) + number;
    return local.toLowerCase(Locale.ROOT) + '@' + of(HOSTS, number);
  }

  /** Every one of them begins with the same letter. */
  static String username(long number) {
    return String.format(Locale.ROOT, "m%08d", number);
  }

  private static String of(List<String> names, long number) {
    return names.get((int) (number % names.size()));
  }
}
