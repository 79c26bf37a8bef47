package dev.rekey.admin;

import dev.rekey.core.session.Sessions;
import dev.rekey.core.visit.Device;
import dev.rekey.page.Frame;
import dev.rekey.page.When;

/**
 * One session or token of an account, on any wire.
 *
 * @param name by which it is ended
 * @param acting whether it is the one with which the page was opened
 */
public record SessionRow(String name, String device, String place, String times, boolean acting) {

  static SessionRow of(Frame frame, Sessions.Session session) {
    var grant = session.grant();
    return new SessionRow(
        session.name(),
        Device.of(grant.agent()).orElseGet(() -> frame.say("sessions.unknown")),
        frame.say("sessions.place", grant.address(), grant.wire()),
        frame.say(
            "sessions.times",
            When.minute(frame, grant.issuedAt()),
            When.minute(frame, grant.expiresAt())),
        session.acting());
  }
}
