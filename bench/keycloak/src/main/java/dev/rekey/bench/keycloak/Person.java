package dev.rekey.bench.keycloak;

/** An account on one side, with what its owner knows of it; one client alone works with it. */
final class Person {

  private final int number;
  private final String id;
  private int changes;
  private String token = "";

  Person(int number, String id) {
    this.number = number;
    this.id = id;
  }

  static String name(int number) {
    return "person-%05d".formatted(number);
  }

  static String email(int number) {
    return name(number) + "@example.com";
  }

  static String firstPassword(int number) {
    return password(number, 0);
  }

  private static String password(int number, int changes) {
    return "quiet harbour lantern %05d %d".formatted(number, changes);
  }

  String name() {
    return name(number);
  }

  String id() {
    return id;
  }

  String password() {
    return password(number, changes);
  }

  String nextPassword() {
    return password(number, changes + 1);
  }

  void changed() {
    changes++;
  }

  String token() {
    return token;
  }

  void got(String newToken) {
    token = newToken;
  }
}
