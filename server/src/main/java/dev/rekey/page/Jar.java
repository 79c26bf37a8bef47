package dev.rekey.page;

import dev.rekey.http.Cookies;
import dev.rekey.http.Request;
import java.util.Optional;

/**
 * The cookies of the pages: one that admits, one that forms are tied to.
 *
 * <p>Behind HTTPS they bear the prefix {@code __Host-} and are Secure (RFC 6265bis section 4.1.3);
 * over plain HTTP, on loopback, a browser would refuse them, so there they have neither.
 */
public final class Jar {

  private static final String SESSION = "rekey-session";
  private static final String FORM = "rekey-form";

  private final boolean secure;
  private final String prefix;
  private final String attributes;

  private Jar(boolean secure) {
    this.secure = secure;
    this.prefix = secure ? "__Host-" : "";
    this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
  }

  /** The cookies of pages that people find there. */
  public static Jar at(String publicUrl) {
    return new Jar(publicUrl.startsWith("https://"));
  }

  /** Whether what is typed may travel so: where people come over HTTPS, or within this machine. */
  public boolean mayCarry(Request request) {
    return secure || isLoopback(request.origin().address());
  }

  private static boolean isLoopback(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }

  public Optional<String> session(Request request) {
    return Cookies.first(request, prefix + SESSION).filter(value -> !value.isEmpty());
  }

  public Optional<String> form(Request request) {
    return Cookies.first(request, prefix + FORM).filter(value -> !value.isEmpty());
  }

  /** Kept until the browser is closed; the server ends it before. */
  public String setSession(String token) {
    return prefix + SESSION + '=' + token + attributes;
  }

  public String dropSession() {
    return prefix + SESSION + "=; Max-Age=0" + attributes;
  }

  public String setForm(String secret) {
    return prefix + FORM + '=' + secret + attributes;
  }
}
