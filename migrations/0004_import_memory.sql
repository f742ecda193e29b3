-- What imports need to remember, and settings.

-- The import that made the project by itself; NULL for a user's own, and as soon as the user changes it.
ALTER TABLE projects ADD COLUMN created_by_import TEXT REFERENCES imports (id);

-- Folders and foreign names that lead to a project, whichever source names them.
CREATE TABLE project_paths (
  path TEXT NOT NULL PRIMARY KEY CHECK (length(path) BETWEEN 1 AND 10000),
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX project_paths_by_project ON project_paths (project_id);

-- Where and when a session began, as each import knows it; the earliest holds.
CREATE TABLE sessions (
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  session_id TEXT NOT NULL CHECK (length(session_id) BETWEEN 1 AND 10000),
  import_id TEXT NOT NULL REFERENCES imports (id),
  began_at INTEGER NOT NULL,
  began_in TEXT NOT NULL CHECK (length(began_in) BETWEEN 1 AND 10000),
  PRIMARY KEY (source, session_id, import_id)
) STRICT, WITHOUT ROWID;

-- The batches that an import has stored, with what they changed: a batch that arrives twice counts once.
CREATE TABLE import_batches (
  import_id TEXT NOT NULL REFERENCES imports (id),
  batch INTEGER NOT NULL CHECK (batch >= 0),
  events_added INTEGER NOT NULL CHECK (events_added >= 0),
  events_replaced INTEGER NOT NULL CHECK (events_replaced >= 0),
  duplicates INTEGER NOT NULL CHECK (duplicates >= 0),
  PRIMARY KEY (import_id, batch)
) STRICT, WITHOUT ROWID;

-- Records that a later import replaced by better ones. They count nothing, and come back when that import is undone.
-- No project and no date: both are found anew.
CREATE TABLE superseded_usage_events (
  dedupe_key TEXT NOT NULL,
  import_id TEXT NOT NULL REFERENCES imports (id),
  event_type TEXT NOT NULL,
  llm_mode TEXT NOT NULL,
  source TEXT NOT NULL,
  session_id TEXT,
  provider TEXT,
  model TEXT,
  path TEXT,
  position INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL,
  cache_read_tokens INTEGER NOT NULL,
  cache_write_5m_tokens INTEGER NOT NULL,
  cache_write_1h_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  reasoning_tokens INTEGER NOT NULL,
  total_tokens INTEGER NOT NULL,
  occurred_at INTEGER NOT NULL,
  granularity TEXT NOT NULL,
  is_output_final INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (dedupe_key, import_id)
) STRICT, WITHOUT ROWID;

-- One row per setting, so that each knows when it was changed.
CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
) STRICT, WITHOUT ROWID;
