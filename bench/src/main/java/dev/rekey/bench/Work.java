package dev.rekey.bench;

import dev.rekey.bench.wire.Desk;
import dev.rekey.bench.wire.HttpLine;
import dev.rekey.bench.wire.Person;
import dev.rekey.bench.wire.Session;
import dev.rekey.bench.wire.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The kinds of work that a wire is measured at. */
enum Work {
  /** A password is shown and a session begins, or whatever a password is shown for. */
  SIGN_IN {
    @Override
    Session once(Wire wire, HttpLine line, Person person, Session session, Desk desk)
        throws IOException {
      wire.signIn(line, person);
      return session;
    }
  },
  /** The owner changes the password. */
  CHANGE {
    @Override
    Session once(Wire wire, HttpLine line, Person person, Session session, Desk desk)
        throws IOException {
      Session next = wire.change(line, person, session);
      person.hasChanged();
      return next;
    }
  },
  /** A password is forgotten: a letter is asked for and its ticket spent, or a steward sets it. */
  RESET {
    @Override
    Session once(Wire wire, HttpLine line, Person person, Session session, Desk desk)
        throws IOException {
      wire.reset(line, person, session, desk);
      person.hasChanged();
      return session;
    }
  },
  /** Something is asked for that a session is enough for. */
  TOKEN_CHECK {
    @Override
    Session once(Wire wire, HttpLine line, Person person, Session session, Desk desk)
        throws IOException {
      return wire.check(line, person, session);
    }
  },
  /** The same where every answer brings another token. */
  ROTATION {
    @Override
    Session once(Wire wire, HttpLine line, Person person, Session session, Desk desk)
        throws IOException {
      Session next = wire.check(line, person, session);
      if (next.fields().equals(session.fields())) {
        throw new IllegalStateException("the token was not turned");
      }
      return next;
    }
  };

  static final List<Work> ALL = List.of(values());

  /** Does it once; the session from then on. */
  abstract Session once(Wire wire, HttpLine line, Person person, Session session, Desk desk)
      throws IOException;

  /** Whether there is such a thing on that wire. */
  boolean isOn(Wire wire) {
    return this != ROTATION || wire.name().equals("tokenauth");
  }

  /** Whether it takes a session. */
  boolean needsSession(Wire wire) {
    return switch (this) {
      case SIGN_IN -> false;
      case RESET -> wire.resetNeedsSteward();
      case CHANGE, TOKEN_CHECK, ROTATION -> true;
    };
  }

  /** Whether passwords are hashed for it. */
  boolean hashes() {
    return switch (this) {
      case SIGN_IN, CHANGE, RESET -> true;
      case TOKEN_CHECK, ROTATION -> false;
    };
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
