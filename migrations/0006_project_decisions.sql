-- What users decide about projects: which are deleted, which are one, which paths lead to them, and where single events
-- belong. Every event's project follows from these rows alone, so that taking a decision back is exact.

-- UTC milliseconds. A deleted project keeps its paths, so that imports leave them out until it comes back.
ALTER TABLE projects ADD COLUMN deleted_at INTEGER CHECK (deleted_at >= 0);
-- What leads to this project leads to that one.
ALTER TABLE projects ADD COLUMN merged_into TEXT REFERENCES projects (id)
  CHECK (merged_into <> id AND (merged_into IS NULL OR NOT is_pinned) AND (deleted_at IS NULL OR NOT is_pinned));
-- JSON: the ids of the pinned projects, in order, when this one left them by being deleted or merged.
ALTER TABLE projects ADD COLUMN pins_before TEXT CHECK (json_valid(pins_before));

CREATE INDEX projects_by_merged_into ON projects (merged_into) WHERE merged_into IS NOT NULL;

-- The path leads here from every folder below it as well, also for sessions that began above it.
ALTER TABLE project_paths ADD COLUMN covers_subfolders INTEGER NOT NULL DEFAULT 0 CHECK (covers_subfolders IN (0, 1));
-- UTC milliseconds; NULL while the project is only what an import made of the path.
ALTER TABLE project_paths ADD COLUMN decided_at INTEGER CHECK (decided_at >= 0);

-- Single events that belong elsewhere than their path says, also when they are imported anew. An event recorded by hand
-- is here where its project was merged.
CREATE TABLE chosen_projects (
  dedupe_key TEXT NOT NULL PRIMARY KEY CHECK (length(dedupe_key) BETWEEN 1 AND 10000),
  project_id TEXT NOT NULL REFERENCES projects (id),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX chosen_projects_by_project ON chosen_projects (project_id);

CREATE TRIGGER keep_chosen_project AFTER UPDATE OF dedupe_key ON usage_events
WHEN OLD.dedupe_key <> NEW.dedupe_key
BEGIN
  UPDATE OR REPLACE chosen_projects SET dedupe_key = NEW.dedupe_key WHERE dedupe_key = OLD.dedupe_key;
END;

-- Events of deleted projects. They stand in no rollup, because they are no usage events as long as they are here.
CREATE TABLE deleted_usage_events (
  dedupe_key TEXT NOT NULL PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  source TEXT NOT NULL,
  session_id TEXT,
  import_id TEXT REFERENCES imports (id),
  -- The whole row of usage_events as JSON, whichever columns that has.
  event TEXT NOT NULL CHECK (json_valid(event))
) STRICT, WITHOUT ROWID;

CREATE INDEX deleted_usage_events_by_project ON deleted_usage_events (project_id);

-- Also in the order in which pages of events are read.
DROP INDEX usage_events_by_project;
CREATE INDEX usage_events_by_project ON usage_events (project_id, date, occurred_at);
