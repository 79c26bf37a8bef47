-- Times are milliseconds since 1970 (UTC). Flags are 0 or 1. A unique rule holds within a realm.
-- Its sibling in postgres/ says the same in the other dialect; whoever changes one changes both.

-- A closed user base. Its row is what one locks who makes an account in it.
CREATE TABLE realm (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  -- What the next account is numbered: one more than the highest that was ever given.
  next_number INTEGER NOT NULL DEFAULT 1
) STRICT;

INSERT INTO realm (name) VALUES ('main');

-- A user. The row is what one locks who changes anything that belongs to the user.
CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  realm_id INTEGER NOT NULL REFERENCES realm (id),
  -- The three stable names on the wires.
  number INTEGER NOT NULL,
  hex24 TEXT NOT NULL,
  hex32 TEXT NOT NULL,
  role TEXT NOT NULL,
  -- A JSON object of strings, its members in their order.
  profile TEXT NOT NULL,
  -- Its field nfc_tag once more, by which a child is found that shows it; NULL where it has none.
  nfc_tag TEXT,
  -- A JSON array of strings: what it may do beyond its role.
  privileges TEXT NOT NULL DEFAULT '[]',
  -- When its owner last proved to read what is sent to the address; NULL for never.
  confirmed_at INTEGER,
  -- The address that takes the other's place once it is confirmed; it is nobody's name until then.
  pending_email TEXT,
  disabled INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  last_sign_in_at INTEGER,
  -- When all its sessions and tokens, but for the acting one, were last ended.
  sessions_ended_at INTEGER,
  -- Since when it is frozen, because its owner said that something was not them; NULL for not.
  frozen_at INTEGER,
  -- Another one after every change of the row, the credential or the names, whoever makes it (see the
  -- triggers below). Whoever has kept what was read asks by it whether that still holds.
  stamp INTEGER NOT NULL DEFAULT (random())
) STRICT;

CREATE UNIQUE INDEX account_number ON account (realm_id, number);
CREATE UNIQUE INDEX account_hex24 ON account (realm_id, hex24);
CREATE UNIQUE INDEX account_hex32 ON account (realm_id, hex32);

-- Accounts are listed in the order of their making: all of a realm's, those of a role, those that
-- are disabled, or those whose address nobody has confirmed.
CREATE UNIQUE INDEX account_place ON account (realm_id, id);
CREATE INDEX account_role ON account (realm_id, role, id);
CREATE INDEX account_disabled ON account (realm_id, id) WHERE disabled;
CREATE INDEX account_unconfirmed ON account (realm_id, id) WHERE confirmed_at IS NULL;

-- A child shows its tag.
CREATE INDEX account_nfc_tag ON account (realm_id, nfc_tag) WHERE nfc_tag IS NOT NULL;

-- The names that somebody may type. A name is one account's, whatever kinds it is of; a name of two
-- kinds, such as an address that is the uid as well, is one row.
CREATE TABLE login_name (
  -- The account's own.
  realm_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  account_id INTEGER NOT NULL,
  is_email INTEGER NOT NULL,
  is_username INTEGER NOT NULL,
  is_uid INTEGER NOT NULL,
  -- The name with A to Z in lower case, in the order of its bytes: what somebody who searches means.
  folded TEXT GENERATED ALWAYS AS (lower(name)) VIRTUAL,
  FOREIGN KEY (realm_id, account_id) REFERENCES account (realm_id, id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX login_name_name ON login_name (realm_id, name);

CREATE INDEX login_name_account ON login_name (account_id);

-- What begins with some letters is a range of it.
CREATE INDEX login_name_folded ON login_name (realm_id, folded, account_id);

-- What proves the owner.
CREATE TABLE credential (
  account_id INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  -- The password's hash with scheme, cost and salt in it; NULL until a first password is set.
  hash TEXT,
  -- Grows by one with every change; what a change compares and swaps on.
  version INTEGER NOT NULL,
  password_login INTEGER NOT NULL,
  changed_at INTEGER,
  -- Why it has to be changed first of all: TEMPORARY until that time, or FORCED since; NULL when it
  -- has not. The bulk deed that forced it, by which it is taken back.
  must_change TEXT,
  must_change_at INTEGER,
  must_change_deed INTEGER
) STRICT;

-- Who waits for a first password.
CREATE INDEX credential_empty ON credential (account_id) WHERE hash IS NULL;

-- Whom a bulk deed still keeps waiting for a change.
CREATE INDEX credential_deed ON credential (must_change_deed, account_id)
  WHERE must_change_deed IS NOT NULL;

-- What admits without the password. Tokens are here as SHA-256 digests only.
CREATE TABLE access_grant (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- JWT, BEARER or CLIENT, and by what a grant of that kind is found.
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  -- The mount that issued it.
  wire TEXT NOT NULL,
  -- The last tokens of a rotating grant; NULL for one that never changes.
  current_digest TEXT,
  previous_digest TEXT,
  last_digest TEXT,
  rotated_at INTEGER,
  issued_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  agent TEXT NOT NULL,
  address TEXT NOT NULL,
  -- When it was last noted that it was used: now and then, not each time.
  last_used_at INTEGER NOT NULL,
  -- Another one after every change, as an account's.
  stamp INTEGER NOT NULL DEFAULT (random()),
  PRIMARY KEY (account_id, kind, key)
) STRICT;

CREATE INDEX access_grant_expiry ON access_grant (expires_at);

CREATE TRIGGER access_grant_changed
AFTER UPDATE ON access_grant
WHEN NEW.stamp = OLD.stamp
BEGIN
  UPDATE access_grant SET stamp = random() WHERE rowid = NEW.rowid;
END;

CREATE TRIGGER account_changed
AFTER UPDATE ON account
WHEN NEW.stamp = OLD.stamp
BEGIN
  UPDATE account SET stamp = random() WHERE id = NEW.id;
END;

CREATE TRIGGER credential_changed
AFTER UPDATE ON credential
BEGIN
  UPDATE account SET stamp = random() WHERE id IN (OLD.account_id, NEW.account_id);
END;

CREATE TRIGGER credential_taken
AFTER DELETE ON credential
BEGIN
  UPDATE account SET stamp = random() WHERE id = OLD.account_id;
END;

CREATE TRIGGER login_name_given
AFTER INSERT ON login_name
BEGIN
  UPDATE account SET stamp = random() WHERE id = NEW.account_id;
END;

CREATE TRIGGER login_name_changed
AFTER UPDATE ON login_name
BEGIN
  UPDATE account SET stamp = random() WHERE id IN (OLD.account_id, NEW.account_id);
END;

CREATE TRIGGER login_name_taken
AFTER DELETE ON login_name
BEGIN
  UPDATE account SET stamp = random() WHERE id = OLD.account_id;
END;

-- A realm's name is part of what is read of an account.
CREATE TRIGGER realm_changed
AFTER UPDATE OF name ON realm
BEGIN
  UPDATE account SET stamp = random() WHERE realm_id = NEW.id;
END;

-- Signed tokens that admit nobody, though they need no row and their time has not come.
CREATE TABLE denied_token (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- As a grant of it would be found.
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, kind, key)
) STRICT;

CREATE INDEX denied_token_expiry ON denied_token (expires_at);

-- What permits one thing once, such as a reset. Of each purpose an account has one: the newest.
CREATE TABLE ticket (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE,
  issued_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- The keyed digest of what may be typed in the token's stead; NULL once it was.
  code TEXT,
  -- What the page showed where it was asked for.
  number TEXT,
  PRIMARY KEY (account_id, purpose)
) STRICT;

CREATE INDEX ticket_expiry ON ticket (expires_at);

-- What the link of a notice raises whose reader says that it was not them. Each notice has its own.
CREATE TABLE alarm (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  digest TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- What the notice tells of, when that was, and from where.
  deed TEXT NOT NULL,
  at INTEGER NOT NULL,
  address TEXT NOT NULL,
  agent TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  -- How the account stood before: hash and address, sealed with the instance key.
  before BLOB NOT NULL
) STRICT;

CREATE INDEX alarm_account ON alarm (account_id, id);
CREATE INDEX alarm_expiry ON alarm (expires_at);

-- What an account was signed in with, by which its owner is spared a notice next time.
CREATE TABLE known_device (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  mark TEXT NOT NULL,
  forget_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, mark)
) STRICT;

CREATE INDEX known_device_end ON known_device (forget_at);

-- What an owner said was not them. It refers to accounts without a foreign key: it outlives them.
CREATE TABLE dispute (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  realm_id INTEGER NOT NULL REFERENCES realm (id),
  account_id INTEGER NOT NULL,
  -- What the account was called then.
  name TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  -- What was disputed, when that was, and from where; and from where it was disputed.
  deed TEXT NOT NULL,
  at INTEGER NOT NULL,
  address TEXT NOT NULL,
  agent TEXT NOT NULL,
  raised_address TEXT NOT NULL,
  raised_agent TEXT NOT NULL,
  -- Whether the password of before came back, and what became of the address.
  password INTEGER NOT NULL,
  email TEXT NOT NULL,
  -- Where letters go while the account is frozen, sealed; NULL when it is not any more.
  ways_back BLOB,
  closed_at INTEGER,
  closed_by TEXT,
  why TEXT
) STRICT;

CREATE INDEX dispute_place ON dispute (realm_id, id);
CREATE INDEX dispute_open ON dispute (realm_id, id) WHERE closed_at IS NULL;
CREATE INDEX dispute_account ON dispute (account_id, id);

-- How often something was tried, by key. A count of zero says that the key was seen and is welcome.
CREATE TABLE attempt (
  key TEXT PRIMARY KEY NOT NULL,
  count INTEGER NOT NULL,
  since INTEGER NOT NULL,
  latest INTEGER NOT NULL
) STRICT;

CREATE INDEX attempt_latest ON attempt (latest);

-- What happened. It refers to accounts without a foreign key: it outlives them.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  realm_id INTEGER NOT NULL REFERENCES realm (id),
  -- Whose account it is about, and who did it when it was not the owner.
  account_id INTEGER,
  by_account_id INTEGER,
  wire TEXT NOT NULL,
  event TEXT NOT NULL,
  -- A JSON object of what the event's name does not say; never a secret.
  detail TEXT NOT NULL,
  -- What somebody said who did it to another's account.
  why TEXT,
  address TEXT NOT NULL,
  agent TEXT NOT NULL
) STRICT;

CREATE INDEX audit_account ON audit (account_id, id);
CREATE INDEX audit_by ON audit (by_account_id, id) WHERE by_account_id IS NOT NULL;
CREATE INDEX audit_event ON audit (event, id);
CREATE INDEX audit_at ON audit (at);

-- Letters that are owed. Each is sealed with the instance key, for it may hold a ticket.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  letter BLOB NOT NULL,
  failures INTEGER NOT NULL,
  -- Whoever takes a letter moves this on: nobody else takes it before, somebody does afterwards.
  due_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX outbox_due ON outbox (due_at, id);

-- Secrets that all nodes share, sealed with the instance key.
CREATE TABLE keyring (
  name TEXT PRIMARY KEY NOT NULL,
  secret BLOB NOT NULL
) STRICT;

-- How often what happened in a slot of five minutes, on all nodes together.
CREATE TABLE tally (
  slot INTEGER NOT NULL,
  what TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (slot, what)
) STRICT, WITHOUT ROWID;

-- The servers that share this database, and when they last said that they are there.
CREATE TABLE node (
  name TEXT PRIMARY KEY NOT NULL,
  version TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT;

-- By what passwords were kept, counted once a day (days since 1970).
CREATE TABLE census (
  day INTEGER NOT NULL,
  at INTEGER NOT NULL,
  scheme TEXT NOT NULL,
  cost TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, scheme, cost)
) STRICT, WITHOUT ROWID;

-- Something that is done to many accounts, a handful at a time. It refers to accounts without a
-- foreign key: it outlives them.
CREATE TABLE bulk_deed (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- What is done to whom: force-change, force-change-with-letters or end-sessions; everybody, realm,
  -- role, weak-hashes or other-schemes, with what is said of it.
  deed TEXT NOT NULL,
  target TEXT NOT NULL,
  target_value TEXT NOT NULL,
  own_too INTEGER NOT NULL,
  -- A JSON array of strings: what whoever proposed it may; an account that may more is spared.
  reach TEXT NOT NULL,
  -- Who proposed it; who approved or refused it, where a second one had to; who had it taken back.
  proposed_by INTEGER,
  proposed_at INTEGER NOT NULL,
  proposed_why TEXT NOT NULL,
  proposed_address TEXT NOT NULL,
  proposed_agent TEXT NOT NULL,
  decided_by INTEGER,
  decided_at INTEGER,
  decided_why TEXT,
  decided_address TEXT,
  decided_agent TEXT,
  undo_by INTEGER,
  undo_at INTEGER,
  undo_why TEXT,
  undo_address TEXT,
  undo_agent TEXT,
  state TEXT NOT NULL,
  -- How far it is: to how many it is done of how many, and behind which account it goes on.
  planned INTEGER NOT NULL,
  done INTEGER NOT NULL,
  undone INTEGER NOT NULL,
  place INTEGER NOT NULL,
  last_account INTEGER NOT NULL,
  -- When the work was last begun or resumed, and how many were done before.
  since INTEGER NOT NULL,
  done_before INTEGER NOT NULL,
  -- Whoever works on it moves this on: nobody else does before, somebody does afterwards.
  lease_until INTEGER NOT NULL
) STRICT;

CREATE INDEX bulk_deed_state ON bulk_deed (state, id);

-- How far the files of other systems were read. A row is written in the commit of the accounts that it
-- speaks of.
CREATE TABLE import_progress (
  -- The digest that tells the file's content, and the realm that it goes to.
  key TEXT PRIMARY KEY NOT NULL,
  format TEXT NOT NULL,
  -- The place of the last row that was dealt with, and what became of those up to it.
  place INTEGER NOT NULL,
  taken INTEGER NOT NULL,
  merged INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  done INTEGER NOT NULL,
  -- The account from which on all are of this import, or of somebody who came meanwhile.
  first_account_id INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- Who was adopted from an old system, at the first sign-in through a mount: each person once and for
-- good. People and names are here as digests under a key that is not in the database, and stay when
-- the account goes, so that nobody who has left comes back by the old system's word.
CREATE TABLE adoption (
  realm_id INTEGER NOT NULL REFERENCES realm (id),
  mount TEXT NOT NULL,
  subject TEXT NOT NULL,
  account_id INTEGER REFERENCES account (id) ON DELETE SET NULL,
  adopted_at INTEGER NOT NULL,
  PRIMARY KEY (realm_id, mount, subject)
) STRICT;

CREATE INDEX adoption_time ON adoption (realm_id, mount, adopted_at);

CREATE INDEX adoption_account ON adoption (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE adopted_name (
  realm_id INTEGER NOT NULL REFERENCES realm (id),
  mount TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (realm_id, mount, name)
) STRICT;
