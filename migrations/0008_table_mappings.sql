-- How users read tables that no source knows.

CREATE TABLE table_mappings (
  -- A part of the source and of the keys of all events that were read with it.
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 50),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- JSON: which column is what, how dates and numbers are written, and how that was before it was changed.
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  -- UTC milliseconds. A deleted one reads no more files; what it read still has its name.
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  deleted_at INTEGER CHECK (deleted_at >= 0)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX table_mappings_by_name ON table_mappings (name COLLATE NOCASE) WHERE deleted_at IS NULL;
