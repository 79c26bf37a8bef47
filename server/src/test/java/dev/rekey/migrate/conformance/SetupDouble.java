package dev.rekey.migrate.conformance;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A set-up program that hands every order to the test, over a socket. */
public final class SetupDouble {

  private SetupDouble() {}

  public static void main(String[] arguments) throws Exception {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Socket socket = new Socket("127.0.0.1", Integer.parseInt(arguments[0]));
        PrintStream to = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
        BufferedReader from =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        to.println(order);
        System.out.println(from.readLine());
      }
    }
  }
}
