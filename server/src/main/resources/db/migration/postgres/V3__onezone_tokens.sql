-- Tokens that stand beside the sessions, as Onezone has them. The tokens themselves are nowhere: they
-- are made again from what is here. Its sibling in sqlite/ says the same in the other dialect.

-- What an owner knows of a token that has a name. It stands on its grant and goes with it.
CREATE TABLE named_token (
  id TEXT PRIMARY KEY,
  account_id BIGINT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'NAMED' CHECK (kind = 'NAMED'),
  name TEXT NOT NULL,
  -- ACCESS or IDENTITY.
  type TEXT NOT NULL,
  -- A JSON array of strings: the conditions under which it is good, as it has them.
  caveats TEXT NOT NULL,
  -- A JSON object: what the owner notes on it.
  metadata TEXT NOT NULL,
  revoked BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (account_id, name),
  FOREIGN KEY (account_id, kind, id)
    REFERENCES access_grant (account_id, kind, key) ON DELETE CASCADE
);

CREATE INDEX named_token_grant ON named_token (account_id, kind, id);

-- How many generations of temporary tokens an account has had; without a row it is the first.
CREATE TABLE token_generation (
  account_id BIGINT PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  generation INTEGER NOT NULL
);
