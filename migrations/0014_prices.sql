-- What prices come from besides the built-in table, and the runs that priced stored events again.

-- What the user says about a model's price: their own, that it is another model's, or that it is free.
CREATE TABLE price_choices (
  -- As it stands in the events.
  model TEXT NOT NULL PRIMARY KEY CHECK (length(model) BETWEEN 1 AND 10000),
  -- JSON; NULL once it was taken back.
  choice TEXT CHECK (json_valid(choice)),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
) STRICT, WITHOUT ROWID;

-- Tables that were dropped as files. At most one is in force, and counts before the built-in one.
CREATE TABLE price_tables (
  id TEXT NOT NULL PRIMARY KEY,
  -- JSON, as src/lib/prices/price-table.ts describes it.
  content TEXT NOT NULL CHECK (json_valid(content)),
  is_in_force INTEGER NOT NULL DEFAULT 0 CHECK (is_in_force IN (0, 1)),
  added_at INTEGER NOT NULL CHECK (added_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX price_tables_in_force ON price_tables (is_in_force) WHERE is_in_force = 1;

CREATE TABLE price_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Counts the changes of what prices come from.
  revision INTEGER NOT NULL,
  -- By which tables all of history was priced last, or the user declined that; NULL is never.
  priced_by TEXT
) STRICT;

INSERT INTO price_state (id, revision) VALUES (1, 0);

CREATE TRIGGER price_choice_added AFTER INSERT ON price_choices
BEGIN UPDATE price_state SET revision = revision + 1; END;
CREATE TRIGGER price_choice_changed AFTER UPDATE ON price_choices
BEGIN UPDATE price_state SET revision = revision + 1; END;
CREATE TRIGGER price_choice_removed AFTER DELETE ON price_choices
BEGIN UPDATE price_state SET revision = revision + 1; END;
CREATE TRIGGER price_table_added AFTER INSERT ON price_tables
BEGIN UPDATE price_state SET revision = revision + 1; END;
CREATE TRIGGER price_table_changed AFTER UPDATE ON price_tables
BEGIN UPDATE price_state SET revision = revision + 1; END;
CREATE TRIGGER price_table_removed AFTER DELETE ON price_tables
BEGIN UPDATE price_state SET revision = revision + 1; END;

CREATE TABLE reprices (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- JSON list; NULL is every model.
  models TEXT CHECK (json_valid(models)),
  status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'cancelled', 'undone')),
  started_at INTEGER NOT NULL CHECK (started_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
) STRICT;

-- What each changed event cost before, oldest first, so that a run can be undone.
CREATE TABLE reprice_changes (
  id INTEGER PRIMARY KEY,
  reprice INTEGER NOT NULL REFERENCES reprices (number),
  dedupe_key TEXT NOT NULL,
  cost_before INTEGER,
  basis_before TEXT NOT NULL,
  rule_before TEXT,
  -- Only what still costs this is put back: a better record may have come meanwhile.
  cost_after INTEGER
) STRICT;
