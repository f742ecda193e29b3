-- Files of a folder that a person's devices share, which this database holds already: its own and those it has taken in. In the
-- database, and stored in the transaction that takes a file in, so that a restored backup takes in again what it lacks.
CREATE TABLE taken_blobs (
  -- 'device/file'
  name TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 200),
  -- JSON list of the ids of the imports whose records the file holds.
  imports TEXT NOT NULL CHECK (json_valid(imports)),
  taken_at INTEGER NOT NULL CHECK (taken_at >= 0)
) STRICT, WITHOUT ROWID;
