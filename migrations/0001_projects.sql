-- What users group their usage by.

-- 'TkTb': tells a Tokentab file from any other SQLite database.
PRAGMA application_id = 0x546b5462;

CREATE TABLE projects (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
  name TEXT NOT NULL
    CHECK (length(name) <= 300 AND trim(name, char(9) || char(10) || char(13) || ' ') <> ''),
  client_name TEXT
    CHECK (length(client_name) <= 300 AND trim(client_name, char(9) || char(10) || char(13) || ' ') <> ''),
  description TEXT CHECK (length(description) BETWEEN 1 AND 10000),
  is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
  -- UTC milliseconds.
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
) STRICT;
