-- What was answered to requests that bear an idempotency key. Its sibling in postgres/ says the same in the
-- other dialect.

CREATE TABLE kept_answer (
  -- The digest of whose key it is and of the key itself.
  key TEXT PRIMARY KEY NOT NULL,
  -- The digest of the request, sealed: there may be a password in it.
  request BLOB NOT NULL,
  -- The answer, sealed; NULL while the request is being worked on.
  answer BLOB,
  -- When the answer may go, or until when whoever works on the request is waited for.
  ends_at INTEGER NOT NULL
) STRICT;

CREATE INDEX kept_answer_end ON kept_answer (ends_at);
