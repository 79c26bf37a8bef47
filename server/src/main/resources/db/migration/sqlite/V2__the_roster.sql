-- Who belongs where. Its sibling in postgres/ says the same in the other dialect; whoever changes
-- one changes both.

-- A school, a clinic or another place. Its row is what one locks who lets somebody belong to it.
CREATE TABLE institution (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  realm_id INTEGER NOT NULL REFERENCES realm (id),
  hex24 TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT,
  latitude TEXT,
  longitude TEXT,
  created_at INTEGER NOT NULL,
  UNIQUE (realm_id, hex24),
  UNIQUE (realm_id, name)
) STRICT;

-- Institutions are listed in the order of their making.
CREATE INDEX institution_place ON institution (realm_id, id);

-- Where an account belongs; one that has no row belongs nowhere.
CREATE TABLE membership (
  account_id INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  institution_id INTEGER NOT NULL REFERENCES institution (id)
) STRICT;

CREATE INDEX membership_institution ON membership (institution_id);

-- The children of a family, in the order in which they were named.
CREATE TABLE family_child (
  family_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  child_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  PRIMARY KEY (family_id, child_id)
) STRICT;

CREATE INDEX family_child_child ON family_child (child_id);

-- What an educator or a health professional calls some children. Whoever changes it locks the
-- owner's account.
CREATE TABLE children_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  hex24 TEXT NOT NULL,
  name TEXT NOT NULL,
  school_class TEXT,
  created_at INTEGER NOT NULL,
  UNIQUE (owner_id, hex24),
  UNIQUE (owner_id, name)
) STRICT;

-- The children of a group, in the order in which they were named.
CREATE TABLE group_child (
  group_id INTEGER NOT NULL REFERENCES children_group (id) ON DELETE CASCADE,
  child_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  PRIMARY KEY (group_id, child_id)
) STRICT;

CREATE INDEX group_child_child ON group_child (child_id);
