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

-- How far each file was read, so that only what is new in it is read again. Undoing an import clears all of it: then the
-- next import reads every file anew, and brings back what was taken out.
CREATE TABLE file_cursors (
  -- Where the path begins: a connected folder, or 'chosen' for files that were dropped or chosen.
  root TEXT NOT NULL CHECK (length(root) BETWEEN 1 AND 200),
  path TEXT NOT NULL CHECK (length(path) BETWEEN 1 AND 10000),
  -- The build that read it: another one may read more out of the same bytes.
  reader TEXT NOT NULL CHECK (length(reader) BETWEEN 1 AND 200),
  source TEXT CHECK (length(source) BETWEEN 1 AND 100),
  size INTEGER NOT NULL CHECK (size >= 0),
  modified_at INTEGER NOT NULL,
  -- Bytes and lines that need not be read again; without lines the file is read whole when it has changed.
  read_bytes INTEGER NOT NULL CHECK (read_bytes BETWEEN 0 AND size),
  read_lines INTEGER CHECK (read_lines >= 0),
  -- SHA-256 of the file's first 4 KiB, and of the 4 KiB before what was not read yet.
  head_hash TEXT NOT NULL CHECK (length(head_hash) BETWEEN 1 AND 100),
  tail_hash TEXT NOT NULL CHECK (length(tail_hash) BETWEEN 1 AND 100),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  PRIMARY KEY (root, path)
) STRICT, WITHOUT ROWID;

ALTER TABLE imports ADD COLUMN files_unchanged INTEGER NOT NULL DEFAULT 0 CHECK (files_unchanged >= 0);
