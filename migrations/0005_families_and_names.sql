-- What imports learn beside usage: which copy of a call is preferred, which sessions copy each other, and what foreign
-- names are called.

-- The first thing that decides which of two records of a call counts: the larger one.
ALTER TABLE usage_events ADD COLUMN precedence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE superseded_usage_events ADD COLUMN precedence INTEGER NOT NULL DEFAULT 0;

-- Sessions that copy rows of each other form a family, within which equal keys (`source:family:rest`) are the same call.
-- A family has the name of its smallest session. Undoing an import keeps this: it says nothing of usage.
CREATE TABLE session_families (
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  session TEXT NOT NULL CHECK (length(session) BETWEEN 1 AND 10000),
  family TEXT NOT NULL CHECK (length(family) BETWEEN 1 AND 10000),
  PRIMARY KEY (source, session)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_families_by_family ON session_families (source, family);

-- What people call the project at the end of a path: only a proposal, for a project that no user has named. Not a part
-- of project_paths, since a name may be known before any event of its path.
CREATE TABLE path_names (
  path TEXT NOT NULL PRIMARY KEY CHECK (length(path) BETWEEN 1 AND 10000),
  display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 300),
  -- The import that said so: a later one knows better.
  import_id TEXT NOT NULL,
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
) STRICT, WITHOUT ROWID;
