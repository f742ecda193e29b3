-- The whole schema, as all migrations leave an empty database. A new database is created from it.
-- Written by `npm run schema`: never edit it, add a migration.

PRAGMA application_id = 1416320098;

PRAGMA user_version = 19;

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
, is_pinned INTEGER NOT NULL DEFAULT 0
  CHECK (is_pinned IN (0, 1) AND NOT (is_pinned AND is_archived)), pin_order INTEGER NOT NULL DEFAULT 0
  CHECK (pin_order >= 0 AND (pin_order > 0) = is_pinned), created_by_import TEXT REFERENCES imports (id), deleted_at INTEGER CHECK (deleted_at >= 0), merged_into TEXT REFERENCES projects (id)
  CHECK (merged_into <> id AND (merged_into IS NULL OR NOT is_pinned) AND (deleted_at IS NULL OR NOT is_pinned)), pins_before TEXT CHECK (json_valid(pins_before)), pin_rank INTEGER) STRICT;

CREATE TABLE cvs (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
  project_id TEXT NOT NULL REFERENCES projects (id),
  file_name TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 1000),
  media_type TEXT CHECK (length(media_type) BETWEEN 1 AND 200),
  byte_length INTEGER NOT NULL CHECK (byte_length >= 0),
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*'),
  status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'extracting', 'extracted', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  failure TEXT CHECK (length(failure) BETWEEN 1 AND 1000),
  -- UTC milliseconds.
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0), batch_id TEXT REFERENCES extraction_batches (id), text_sha256 TEXT
  CHECK (length(text_sha256) = 64 AND text_sha256 NOT GLOB '*[^0-9a-f]*'), text_characters INTEGER CHECK (text_characters >= 0), text_tokens INTEGER CHECK (text_tokens >= 0), pages INTEGER CHECK (pages >= 0), not_before INTEGER NOT NULL DEFAULT 0 CHECK (not_before >= 0), accepted_at INTEGER CHECK (accepted_at >= 0), content_deleted_at INTEGER CHECK (content_deleted_at >= 0), removed_at INTEGER CHECK (removed_at >= 0),
  CHECK ((status = 'failed') = (failure IS NOT NULL))
) STRICT;

CREATE INDEX cvs_by_project ON cvs (project_id, status, created_at);

CREATE UNIQUE INDEX projects_by_pin_order ON projects (pin_order) WHERE is_pinned = 1;

CREATE TABLE imports (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
  source TEXT CHECK (length(source) BETWEEN 1 AND 100),
  status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'cancelled', 'undone')),
  files INTEGER NOT NULL DEFAULT 0 CHECK (files >= 0),
  files_skipped INTEGER NOT NULL DEFAULT 0 CHECK (files_skipped >= 0),
  events_added INTEGER NOT NULL DEFAULT 0 CHECK (events_added >= 0),
  events_replaced INTEGER NOT NULL DEFAULT 0 CHECK (events_replaced >= 0),
  duplicates INTEGER NOT NULL DEFAULT 0 CHECK (duplicates >= 0),
  output_not_final INTEGER NOT NULL DEFAULT 0 CHECK (output_not_final >= 0),
  -- JSON: [{"file", "line", "reason", "count"}].
  problems TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(problems) AND json_type(problems) = 'array'),
  -- UTC milliseconds.
  started_at INTEGER NOT NULL CHECK (started_at >= 0),
  finished_at INTEGER CHECK (finished_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0), files_unchanged INTEGER NOT NULL DEFAULT 0 CHECK (files_unchanged >= 0),
  CHECK (status NOT IN ('finished', 'cancelled') OR finished_at IS NOT NULL)
) STRICT;

CREATE TABLE project_paths (
  path TEXT NOT NULL PRIMARY KEY CHECK (length(path) BETWEEN 1 AND 10000),
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
, covers_subfolders INTEGER NOT NULL DEFAULT 0 CHECK (covers_subfolders IN (0, 1)), decided_at INTEGER CHECK (decided_at >= 0)) STRICT, WITHOUT ROWID;

CREATE INDEX project_paths_by_project ON project_paths (project_id);

CREATE TABLE sessions (
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  session_id TEXT NOT NULL CHECK (length(session_id) BETWEEN 1 AND 10000),
  import_id TEXT NOT NULL REFERENCES imports (id),
  began_at INTEGER NOT NULL,
  began_in TEXT NOT NULL CHECK (length(began_in) BETWEEN 1 AND 10000),
  PRIMARY KEY (source, session_id, import_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_batches (
  import_id TEXT NOT NULL REFERENCES imports (id),
  batch INTEGER NOT NULL CHECK (batch >= 0),
  events_added INTEGER NOT NULL CHECK (events_added >= 0),
  events_replaced INTEGER NOT NULL CHECK (events_replaced >= 0),
  duplicates INTEGER NOT NULL CHECK (duplicates >= 0),
  PRIMARY KEY (import_id, batch)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_families (
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  session TEXT NOT NULL CHECK (length(session) BETWEEN 1 AND 10000),
  family TEXT NOT NULL CHECK (length(family) BETWEEN 1 AND 10000),
  PRIMARY KEY (source, session)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_families_by_family ON session_families (source, family);

CREATE TABLE path_names (
  path TEXT NOT NULL PRIMARY KEY CHECK (length(path) BETWEEN 1 AND 10000),
  display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 300),
  -- The import that said so: a later one knows better.
  import_id TEXT NOT NULL,
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX projects_by_merged_into ON projects (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE chosen_projects (
  dedupe_key TEXT NOT NULL PRIMARY KEY CHECK (length(dedupe_key) BETWEEN 1 AND 10000),
  project_id TEXT NOT NULL REFERENCES projects (id),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX chosen_projects_by_project ON chosen_projects (project_id);

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

CREATE TABLE usage_daily (
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  project_id TEXT NOT NULL REFERENCES projects (id),
  input_tokens INTEGER NOT NULL CHECK (input_tokens >= 0),
  cache_read_tokens INTEGER NOT NULL CHECK (cache_read_tokens >= 0),
  cache_write_5m_tokens INTEGER NOT NULL CHECK (cache_write_5m_tokens >= 0),
  cache_write_1h_tokens INTEGER NOT NULL CHECK (cache_write_1h_tokens >= 0),
  output_tokens INTEGER NOT NULL CHECK (output_tokens >= 0),
  reasoning_tokens INTEGER NOT NULL CHECK (reasoning_tokens >= 0),
  prompt_tokens INTEGER GENERATED ALWAYS AS
    (input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens) VIRTUAL,
  completion_tokens INTEGER GENERATED ALWAYS AS (output_tokens) VIRTUAL,
  total_tokens INTEGER GENERATED ALWAYS AS
    (input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens + output_tokens) VIRTUAL,
  event_count INTEGER NOT NULL CHECK (event_count > 0),
  output_not_final_count INTEGER NOT NULL CHECK (output_not_final_count BETWEEN 0 AND event_count),
  cost_nano_usd INTEGER NOT NULL CHECK (cost_nano_usd >= 0),
  unpriced_tokens INTEGER NOT NULL CHECK (unpriced_tokens BETWEEN 0 AND total_tokens),
  inexact_count INTEGER NOT NULL CHECK (inexact_count BETWEEN 0 AND event_count),
  CHECK (reasoning_tokens <= output_tokens),
  PRIMARY KEY (date, project_id),
  UNIQUE (project_id, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE usage_daily_breakdown (
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  project_id TEXT NOT NULL,
  source TEXT NOT NULL,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  event_type TEXT NOT NULL,
  llm_mode TEXT NOT NULL,
  path TEXT NOT NULL,
  input_tokens INTEGER NOT NULL CHECK (input_tokens >= 0),
  cache_read_tokens INTEGER NOT NULL CHECK (cache_read_tokens >= 0),
  cache_write_5m_tokens INTEGER NOT NULL CHECK (cache_write_5m_tokens >= 0),
  cache_write_1h_tokens INTEGER NOT NULL CHECK (cache_write_1h_tokens >= 0),
  output_tokens INTEGER NOT NULL CHECK (output_tokens >= 0),
  reasoning_tokens INTEGER NOT NULL CHECK (reasoning_tokens >= 0),
  prompt_tokens INTEGER GENERATED ALWAYS AS
    (input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens) VIRTUAL,
  completion_tokens INTEGER GENERATED ALWAYS AS (output_tokens) VIRTUAL,
  total_tokens INTEGER GENERATED ALWAYS AS
    (input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens + output_tokens) VIRTUAL,
  event_count INTEGER NOT NULL CHECK (event_count > 0),
  output_not_final_count INTEGER NOT NULL CHECK (output_not_final_count BETWEEN 0 AND event_count),
  cost_nano_usd INTEGER NOT NULL CHECK (cost_nano_usd >= 0),
  unpriced_tokens INTEGER NOT NULL CHECK (unpriced_tokens BETWEEN 0 AND total_tokens),
  inexact_count INTEGER NOT NULL CHECK (inexact_count BETWEEN 0 AND event_count),
  CHECK (reasoning_tokens <= output_tokens),
  PRIMARY KEY (date, project_id, source, provider, model, event_type, llm_mode, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE usage_monthly (
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  project_id TEXT NOT NULL REFERENCES projects (id),
  input_tokens INTEGER NOT NULL CHECK (input_tokens >= 0),
  cache_read_tokens INTEGER NOT NULL CHECK (cache_read_tokens >= 0),
  cache_write_5m_tokens INTEGER NOT NULL CHECK (cache_write_5m_tokens >= 0),
  cache_write_1h_tokens INTEGER NOT NULL CHECK (cache_write_1h_tokens >= 0),
  output_tokens INTEGER NOT NULL CHECK (output_tokens >= 0),
  reasoning_tokens INTEGER NOT NULL CHECK (reasoning_tokens >= 0),
  prompt_tokens INTEGER GENERATED ALWAYS AS
    (input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens) VIRTUAL,
  completion_tokens INTEGER GENERATED ALWAYS AS (output_tokens) VIRTUAL,
  total_tokens INTEGER GENERATED ALWAYS AS
    (input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens + output_tokens) VIRTUAL,
  event_count INTEGER NOT NULL CHECK (event_count > 0),
  output_not_final_count INTEGER NOT NULL CHECK (output_not_final_count BETWEEN 0 AND event_count),
  cost_nano_usd INTEGER NOT NULL CHECK (cost_nano_usd >= 0),
  unpriced_tokens INTEGER NOT NULL CHECK (unpriced_tokens BETWEEN 0 AND total_tokens),
  inexact_count INTEGER NOT NULL CHECK (inexact_count BETWEEN 0 AND event_count),
  CHECK (reasoning_tokens <= output_tokens),
  PRIMARY KEY (month, project_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX usage_monthly_by_project ON usage_monthly (project_id);

CREATE TABLE usage_monthly_breakdown (
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  project_id TEXT NOT NULL,
  source TEXT NOT NULL,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  event_type TEXT NOT NULL,
  llm_mode TEXT NOT NULL,
  path TEXT NOT NULL,
  input_tokens INTEGER NOT NULL CHECK (input_tokens >= 0),
  cache_read_tokens INTEGER NOT NULL CHECK (cache_read_tokens >= 0),
  cache_write_5m_tokens INTEGER NOT NULL CHECK (cache_write_5m_tokens >= 0),
  cache_write_1h_tokens INTEGER NOT NULL CHECK (cache_write_1h_tokens >= 0),
  output_tokens INTEGER NOT NULL CHECK (output_tokens >= 0),
  reasoning_tokens INTEGER NOT NULL CHECK (reasoning_tokens >= 0),
  prompt_tokens INTEGER GENERATED ALWAYS AS
    (input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens) VIRTUAL,
  completion_tokens INTEGER GENERATED ALWAYS AS (output_tokens) VIRTUAL,
  total_tokens INTEGER GENERATED ALWAYS AS
    (input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens + output_tokens) VIRTUAL,
  event_count INTEGER NOT NULL CHECK (event_count > 0),
  output_not_final_count INTEGER NOT NULL CHECK (output_not_final_count BETWEEN 0 AND event_count),
  cost_nano_usd INTEGER NOT NULL CHECK (cost_nano_usd >= 0),
  unpriced_tokens INTEGER NOT NULL CHECK (unpriced_tokens BETWEEN 0 AND total_tokens),
  inexact_count INTEGER NOT NULL CHECK (inexact_count BETWEEN 0 AND event_count),
  CHECK (reasoning_tokens <= output_tokens),
  PRIMARY KEY (month, project_id, source, provider, model, event_type, llm_mode, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE usage_hourly (
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
  project_id TEXT NOT NULL,
  source TEXT NOT NULL,
  model TEXT NOT NULL,
  event_type TEXT NOT NULL,
  total_tokens INTEGER NOT NULL CHECK (total_tokens >= 0),
  event_count INTEGER NOT NULL CHECK (event_count > 0),
  cost_nano_usd INTEGER NOT NULL CHECK (cost_nano_usd >= 0),
  unpriced_tokens INTEGER NOT NULL CHECK (unpriced_tokens BETWEEN 0 AND total_tokens),
  PRIMARY KEY (date, hour, project_id, source, model, event_type)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER update_monthly_usage AFTER INSERT ON usage_daily
BEGIN
  INSERT INTO usage_monthly (
    month, project_id, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens,
    reasoning_tokens, event_count, output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
  ) VALUES (
    substr(NEW.date, 1, 7), NEW.project_id, NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens,
    NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens, NEW.event_count, NEW.output_not_final_count,
    NEW.cost_nano_usd, NEW.unpriced_tokens, NEW.inexact_count
  ) ON CONFLICT (month, project_id) DO UPDATE SET
    input_tokens = input_tokens + excluded.input_tokens,
    cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens + excluded.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens + excluded.cache_write_1h_tokens,
    output_tokens = output_tokens + excluded.output_tokens,
    reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens,
    event_count = event_count + excluded.event_count,
    output_not_final_count = output_not_final_count + excluded.output_not_final_count,
    cost_nano_usd = cost_nano_usd + excluded.cost_nano_usd,
    unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens,
    inexact_count = inexact_count + excluded.inexact_count;
END;

CREATE TRIGGER update_monthly_usage_on_update AFTER UPDATE ON usage_daily
BEGIN
  UPDATE usage_monthly SET
    input_tokens = input_tokens + (NEW.input_tokens - OLD.input_tokens),
    cache_read_tokens = cache_read_tokens + (NEW.cache_read_tokens - OLD.cache_read_tokens),
    cache_write_5m_tokens = cache_write_5m_tokens + (NEW.cache_write_5m_tokens - OLD.cache_write_5m_tokens),
    cache_write_1h_tokens = cache_write_1h_tokens + (NEW.cache_write_1h_tokens - OLD.cache_write_1h_tokens),
    output_tokens = output_tokens + (NEW.output_tokens - OLD.output_tokens),
    reasoning_tokens = reasoning_tokens + (NEW.reasoning_tokens - OLD.reasoning_tokens),
    event_count = event_count + (NEW.event_count - OLD.event_count),
    output_not_final_count = output_not_final_count + (NEW.output_not_final_count - OLD.output_not_final_count),
    cost_nano_usd = cost_nano_usd + (NEW.cost_nano_usd - OLD.cost_nano_usd),
    unpriced_tokens = unpriced_tokens + (NEW.unpriced_tokens - OLD.unpriced_tokens),
    inexact_count = inexact_count + (NEW.inexact_count - OLD.inexact_count)
    WHERE month = substr(NEW.date, 1, 7) AND project_id = NEW.project_id;
END;

CREATE TRIGGER update_monthly_usage_on_delete AFTER DELETE ON usage_daily
BEGIN
  DELETE FROM usage_monthly
    WHERE month = substr(OLD.date, 1, 7) AND project_id = OLD.project_id
    AND event_count = OLD.event_count;
  UPDATE usage_monthly SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    event_count = event_count - OLD.event_count,
    output_not_final_count = output_not_final_count - OLD.output_not_final_count,
    cost_nano_usd = cost_nano_usd - OLD.cost_nano_usd,
    unpriced_tokens = unpriced_tokens - OLD.unpriced_tokens,
    inexact_count = inexact_count - OLD.inexact_count
    WHERE month = substr(OLD.date, 1, 7) AND project_id = OLD.project_id;
END;

CREATE TRIGGER update_monthly_breakdown AFTER INSERT ON usage_daily_breakdown
BEGIN
  INSERT INTO usage_monthly_breakdown (
    month, project_id, source, provider, model, event_type, llm_mode, path, input_tokens, cache_read_tokens,
    cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, event_count,
    output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
  ) VALUES (
    substr(NEW.date, 1, 7), NEW.project_id, NEW.source, NEW.provider, NEW.model, NEW.event_type, NEW.llm_mode,
    NEW.path, NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens, NEW.cache_write_1h_tokens,
    NEW.output_tokens, NEW.reasoning_tokens, NEW.event_count, NEW.output_not_final_count, NEW.cost_nano_usd,
    NEW.unpriced_tokens, NEW.inexact_count
  ) ON CONFLICT (month, project_id, source, provider, model, event_type, llm_mode, path) DO UPDATE SET
    input_tokens = input_tokens + excluded.input_tokens,
    cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens + excluded.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens + excluded.cache_write_1h_tokens,
    output_tokens = output_tokens + excluded.output_tokens,
    reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens,
    event_count = event_count + excluded.event_count,
    output_not_final_count = output_not_final_count + excluded.output_not_final_count,
    cost_nano_usd = cost_nano_usd + excluded.cost_nano_usd,
    unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens,
    inexact_count = inexact_count + excluded.inexact_count;
END;

CREATE TRIGGER update_monthly_breakdown_on_update AFTER UPDATE ON usage_daily_breakdown
BEGIN
  UPDATE usage_monthly_breakdown SET
    input_tokens = input_tokens + (NEW.input_tokens - OLD.input_tokens),
    cache_read_tokens = cache_read_tokens + (NEW.cache_read_tokens - OLD.cache_read_tokens),
    cache_write_5m_tokens = cache_write_5m_tokens + (NEW.cache_write_5m_tokens - OLD.cache_write_5m_tokens),
    cache_write_1h_tokens = cache_write_1h_tokens + (NEW.cache_write_1h_tokens - OLD.cache_write_1h_tokens),
    output_tokens = output_tokens + (NEW.output_tokens - OLD.output_tokens),
    reasoning_tokens = reasoning_tokens + (NEW.reasoning_tokens - OLD.reasoning_tokens),
    event_count = event_count + (NEW.event_count - OLD.event_count),
    output_not_final_count = output_not_final_count + (NEW.output_not_final_count - OLD.output_not_final_count),
    cost_nano_usd = cost_nano_usd + (NEW.cost_nano_usd - OLD.cost_nano_usd),
    unpriced_tokens = unpriced_tokens + (NEW.unpriced_tokens - OLD.unpriced_tokens),
    inexact_count = inexact_count + (NEW.inexact_count - OLD.inexact_count)
    WHERE month = substr(NEW.date, 1, 7) AND project_id = NEW.project_id AND source = NEW.source
    AND provider = NEW.provider AND model = NEW.model AND event_type = NEW.event_type AND llm_mode = NEW.llm_mode
    AND path = NEW.path;
END;

CREATE TRIGGER update_monthly_breakdown_on_delete AFTER DELETE ON usage_daily_breakdown
BEGIN
  DELETE FROM usage_monthly_breakdown
    WHERE month = substr(OLD.date, 1, 7) AND project_id = OLD.project_id AND source = OLD.source
    AND provider = OLD.provider AND model = OLD.model AND event_type = OLD.event_type AND llm_mode = OLD.llm_mode
    AND path = OLD.path
    AND event_count = OLD.event_count;
  UPDATE usage_monthly_breakdown SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    event_count = event_count - OLD.event_count,
    output_not_final_count = output_not_final_count - OLD.output_not_final_count,
    cost_nano_usd = cost_nano_usd - OLD.cost_nano_usd,
    unpriced_tokens = unpriced_tokens - OLD.unpriced_tokens,
    inexact_count = inexact_count - OLD.inexact_count
    WHERE month = substr(OLD.date, 1, 7) AND project_id = OLD.project_id AND source = OLD.source
    AND provider = OLD.provider AND model = OLD.model AND event_type = OLD.event_type AND llm_mode = OLD.llm_mode
    AND path = OLD.path;
END;

CREATE TABLE llm_addresses (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  kind TEXT NOT NULL CHECK (kind IN ('openai-compatible', 'anthropic')),
  -- Without a path, as a browser writes it.
  origin TEXT NOT NULL CHECK (
    length(origin) <= 300 AND (origin GLOB 'http://127.0.0.1:[0-9]*' OR origin GLOB 'http://localhost:[0-9]*'
      OR origin GLOB 'https://?*') AND origin NOT GLOB '*[ ;,''"]*'
  ),
  -- What stands before '/models' and '/chat/completions'.
  path TEXT NOT NULL CHECK (length(path) <= 300 AND (path = '' OR path GLOB '/?*')),
  llm_mode TEXT NOT NULL CHECK (llm_mode IN ('local', 'cloud')),
  -- Calls that may be open at the same time.
  parallel INTEGER NOT NULL DEFAULT 1 CHECK (parallel BETWEEN 1 AND 8),
  -- UTC milliseconds.
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  deleted_at INTEGER CHECK (deleted_at >= 0)
) STRICT;

CREATE TABLE extraction_batches (
  id TEXT NOT NULL PRIMARY KEY REFERENCES imports (id),
  project_id TEXT NOT NULL REFERENCES projects (id),
  address_id TEXT NOT NULL REFERENCES llm_addresses (id),
  model TEXT NOT NULL CHECK (length(model) BETWEEN 1 AND 300),
  event_type TEXT NOT NULL CHECK (length(event_type) BETWEEN 1 AND 200),
  -- JSON: what to extract. Holds instructions of the user's own, never anything of a document.
  setup TEXT NOT NULL CHECK (json_valid(setup) AND json_type(setup) = 'object'),
  state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'held', 'finished', 'cancelled')),
  held_by TEXT CHECK (held_by IN ('budget', 'address', 'permission', 'key', 'quota')),
  limit_tokens INTEGER CHECK (limit_tokens >= 0),
  limit_nano_usd INTEGER CHECK (limit_nano_usd >= 0),
  -- What one call is expected to use before the first answer: tokens of the instructions, tokens that the model makes of one
  -- token of ours, and the most that an answer may have.
  instruction_tokens INTEGER NOT NULL CHECK (instruction_tokens >= 0),
  token_ratio REAL NOT NULL CHECK (token_ratio > 0),
  answer_limit INTEGER NOT NULL CHECK (answer_limit > 0),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  CHECK ((state = 'held') = (held_by IS NOT NULL))
) STRICT;

CREATE INDEX extraction_batches_by_project ON extraction_batches (project_id, created_at);

CREATE INDEX cvs_by_batch ON cvs (batch_id, status, not_before, created_at);

CREATE TABLE extraction_attempts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
  cv_id TEXT NOT NULL REFERENCES cvs (id) ON DELETE CASCADE,
  batch_id TEXT NOT NULL REFERENCES extraction_batches (id),
  -- From 1, by document.
  number INTEGER NOT NULL CHECK (number >= 1),
  state TEXT NOT NULL CHECK (state IN ('sent', 'answered', 'failed', 'lost')),
  estimated_prompt_tokens INTEGER NOT NULL CHECK (estimated_prompt_tokens >= 0),
  estimated_answer_tokens INTEGER NOT NULL CHECK (estimated_answer_tokens >= 0),
  -- NULL where no price is known.
  estimated_nano_usd INTEGER CHECK (estimated_nano_usd >= 0),
  -- As the server counted them; of a lost call what is known at least.
  prompt_tokens INTEGER CHECK (prompt_tokens >= 0),
  answer_tokens INTEGER CHECK (answer_tokens >= 0),
  nano_usd INTEGER CHECK (nano_usd >= 0),
  failure TEXT CHECK (length(failure) BETWEEN 1 AND 1000),
  http_status INTEGER CHECK (http_status BETWEEN 100 AND 999),
  sent_at INTEGER NOT NULL CHECK (sent_at >= 0),
  ended_at INTEGER CHECK (ended_at >= 0),
  UNIQUE (cv_id, number),
  CHECK ((state = 'sent') = (ended_at IS NULL)),
  CHECK ((state IN ('answered', 'lost')) = (prompt_tokens IS NOT NULL AND answer_tokens IS NOT NULL))
) STRICT;

CREATE INDEX extraction_attempts_by_batch ON extraction_attempts (batch_id, state);

CREATE UNIQUE INDEX extraction_attempts_open ON extraction_attempts (cv_id) WHERE state = 'sent';

CREATE TABLE price_choices (
  -- As it stands in the events.
  model TEXT NOT NULL PRIMARY KEY CHECK (length(model) BETWEEN 1 AND 10000),
  -- JSON; NULL once it was taken back.
  choice TEXT CHECK (json_valid(choice)),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE budgets (
  scope TEXT NOT NULL CHECK (scope IN ('all', 'client', 'project')),
  -- The client's name or the project's id; '' for everything.
  scope_key TEXT NOT NULL,
  -- The first month that it holds; the next row of the scope ends it.
  from_month TEXT NOT NULL CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  unit TEXT NOT NULL CHECK (unit IN ('tokens', 'money')),
  -- Tokens or nano-dollars; NULL is no budget from then on.
  amount INTEGER CHECK (amount > 0),
  -- JSON: whole percents at which it warns, ascending.
  thresholds TEXT NOT NULL CHECK (json_valid(thresholds)),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  PRIMARY KEY (scope, scope_key, from_month)
) STRICT, WITHOUT ROWID;

CREATE TABLE budget_warnings (
  scope TEXT NOT NULL,
  scope_key TEXT NOT NULL,
  month TEXT NOT NULL,
  unit TEXT NOT NULL,
  amount INTEGER NOT NULL,
  threshold INTEGER NOT NULL,
  -- What was used when it warned, and the name that the scope had.
  used INTEGER NOT NULL,
  name TEXT NOT NULL,
  fired_at INTEGER NOT NULL CHECK (fired_at >= 0),
  dismissed_at INTEGER CHECK (dismissed_at >= 0),
  PRIMARY KEY (scope, scope_key, month, unit, amount, threshold)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_projects (
  id INTEGER PRIMARY KEY,
  project_id TEXT NOT NULL UNIQUE REFERENCES projects (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE event_imports (
  id INTEGER PRIMARY KEY,
  import_id TEXT NOT NULL UNIQUE REFERENCES imports (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE event_paths (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE CHECK (length(path) BETWEEN 1 AND 10000)
) STRICT;

CREATE TABLE event_sessions (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  session_id TEXT CHECK (length(session_id) BETWEEN 1 AND 10000),
  family TEXT CHECK (length(family) BETWEEN 1 AND 10000),
  CHECK (session_id IS NOT NULL OR family IS NOT NULL)
) STRICT;

CREATE INDEX event_sessions_by_session ON event_sessions (session_id, source);

CREATE INDEX event_sessions_by_family ON event_sessions (family, source) WHERE family IS NOT NULL;

CREATE TABLE event_kinds (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  provider TEXT NOT NULL CHECK (length(provider) <= 10000),
  model TEXT NOT NULL CHECK (length(model) <= 10000),
  event_type TEXT NOT NULL CHECK (length(event_type) BETWEEN 1 AND 200),
  llm_mode TEXT NOT NULL CHECK (llm_mode IN ('local', 'cloud')),
  -- One LLM call, or one bucket of a provider's export.
  granularity TEXT NOT NULL CHECK (granularity IN ('moment', 'day')),
  -- 0 where the log holds a placeholder instead of the final output count.
  is_output_final INTEGER NOT NULL CHECK (is_output_final IN (0, 1)),
  count_quality TEXT NOT NULL CHECK (count_quality IN ('call', 'session-total', 'rounded', 'total-only', 'cost-only')),
  -- The price class in the provider's own word; '' is the standard one.
  service_tier TEXT NOT NULL CHECK (length(service_tier) <= 10000),
  UNIQUE (model, source, event_type, provider, llm_mode, granularity, is_output_final, count_quality, service_tier)
) STRICT;

CREATE TABLE event_prices (
  id INTEGER PRIMARY KEY,
  cost_basis TEXT NOT NULL CHECK (cost_basis IN ('recorded', 'computed', 'free')),
  price_rule TEXT NOT NULL CHECK (length(price_rule) <= 1000),
  UNIQUE (cost_basis, price_rule)
) STRICT;

CREATE TABLE event_rows (
  id INTEGER PRIMARY KEY,
  key ANY NOT NULL
    CHECK (iif(typeof(key) = 'blob', length(key) = 16, typeof(key) = 'text' AND length(key) BETWEEN 1 AND 10000)),
  project INTEGER NOT NULL REFERENCES event_projects (id),
  -- Days since 1970-01-01, civil, in the reporting time zone; of a bucket as its export printed it.
  day INTEGER NOT NULL CHECK (day BETWEEN 18261 AND 47483),
  -- Civil as well; NULL for a day's bucket, of which no hour is known.
  hour INTEGER CHECK (hour BETWEEN 0 AND 23),
  -- UTC milliseconds, from 2020 to 2099: what lies outside is a broken record.
  occurred_at INTEGER NOT NULL CHECK (occurred_at BETWEEN 1577836800000 AND 4102444799999),
  kind INTEGER NOT NULL REFERENCES event_kinds (id),
  session INTEGER REFERENCES event_sessions (id),
  path INTEGER REFERENCES event_paths (id),
  -- NULL for an event that was recorded by hand.
  import INTEGER REFERENCES event_imports (id),
  -- Line or record number in its file, from 1.
  position INTEGER NOT NULL CHECK (position >= 0),
  precedence INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL CHECK (input_tokens BETWEEN 0 AND 1000000000000),
  cache_read_tokens INTEGER NOT NULL CHECK (cache_read_tokens BETWEEN 0 AND 1000000000000),
  cache_write_5m_tokens INTEGER NOT NULL CHECK (cache_write_5m_tokens BETWEEN 0 AND 1000000000000),
  cache_write_1h_tokens INTEGER NOT NULL CHECK (cache_write_1h_tokens BETWEEN 0 AND 1000000000000),
  output_tokens INTEGER NOT NULL CHECK (output_tokens BETWEEN 0 AND 1000000000000),
  reasoning_tokens INTEGER NOT NULL CHECK (reasoning_tokens BETWEEN 0 AND output_tokens),
  total_tokens INTEGER GENERATED ALWAYS AS
    (input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens + output_tokens) VIRTUAL,
  recorded_cost_nano_usd INTEGER CHECK (recorded_cost_nano_usd BETWEEN 0 AND 1000000000000000),
  cost_nano_usd INTEGER CHECK (cost_nano_usd BETWEEN 0 AND 1000000000000000),
  -- Where the cost comes from; NULL where it is not known.
  price INTEGER REFERENCES event_prices (id) CHECK ((price IS NULL) = (cost_nano_usd IS NULL)),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  -- Milliseconds from then to the last change.
  updated_after INTEGER NOT NULL CHECK (created_at + updated_after >= 0)
) STRICT;

CREATE TABLE deleted_event_rows (
  id INTEGER PRIMARY KEY,
  key ANY NOT NULL
    CHECK (iif(typeof(key) = 'blob', length(key) = 16, typeof(key) = 'text' AND length(key) BETWEEN 1 AND 10000)),
  project INTEGER NOT NULL REFERENCES event_projects (id),
  -- Days since 1970-01-01, civil, in the reporting time zone; of a bucket as its export printed it.
  day INTEGER NOT NULL CHECK (day BETWEEN 18261 AND 47483),
  -- Civil as well; NULL for a day's bucket, of which no hour is known.
  hour INTEGER CHECK (hour BETWEEN 0 AND 23),
  -- UTC milliseconds, from 2020 to 2099: what lies outside is a broken record.
  occurred_at INTEGER NOT NULL CHECK (occurred_at BETWEEN 1577836800000 AND 4102444799999),
  kind INTEGER NOT NULL REFERENCES event_kinds (id),
  session INTEGER REFERENCES event_sessions (id),
  path INTEGER REFERENCES event_paths (id),
  -- NULL for an event that was recorded by hand.
  import INTEGER REFERENCES event_imports (id),
  -- Line or record number in its file, from 1.
  position INTEGER NOT NULL CHECK (position >= 0),
  precedence INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL CHECK (input_tokens BETWEEN 0 AND 1000000000000),
  cache_read_tokens INTEGER NOT NULL CHECK (cache_read_tokens BETWEEN 0 AND 1000000000000),
  cache_write_5m_tokens INTEGER NOT NULL CHECK (cache_write_5m_tokens BETWEEN 0 AND 1000000000000),
  cache_write_1h_tokens INTEGER NOT NULL CHECK (cache_write_1h_tokens BETWEEN 0 AND 1000000000000),
  output_tokens INTEGER NOT NULL CHECK (output_tokens BETWEEN 0 AND 1000000000000),
  reasoning_tokens INTEGER NOT NULL CHECK (reasoning_tokens BETWEEN 0 AND output_tokens),
  total_tokens INTEGER GENERATED ALWAYS AS
    (input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens + output_tokens) VIRTUAL,
  recorded_cost_nano_usd INTEGER CHECK (recorded_cost_nano_usd BETWEEN 0 AND 1000000000000000),
  cost_nano_usd INTEGER CHECK (cost_nano_usd BETWEEN 0 AND 1000000000000000),
  -- Where the cost comes from; NULL where it is not known.
  price INTEGER REFERENCES event_prices (id) CHECK ((price IS NULL) = (cost_nano_usd IS NULL)),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  -- Milliseconds from then to the last change.
  updated_after INTEGER NOT NULL CHECK (created_at + updated_after >= 0)
) STRICT;

CREATE TABLE bulk_inserts (
  after_id INTEGER NOT NULL
) STRICT;

CREATE TABLE superseded_event_rows (
  key BLOB NOT NULL CHECK (length(key) = 16),
  import INTEGER NOT NULL REFERENCES event_imports (id),
  kind INTEGER NOT NULL REFERENCES event_kinds (id),
  session INTEGER REFERENCES event_sessions (id),
  path INTEGER REFERENCES event_paths (id),
  position INTEGER NOT NULL,
  precedence INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL CHECK (input_tokens BETWEEN 0 AND 1000000000000),
  cache_read_tokens INTEGER NOT NULL CHECK (cache_read_tokens BETWEEN 0 AND 1000000000000),
  cache_write_5m_tokens INTEGER NOT NULL CHECK (cache_write_5m_tokens BETWEEN 0 AND 1000000000000),
  cache_write_1h_tokens INTEGER NOT NULL CHECK (cache_write_1h_tokens BETWEEN 0 AND 1000000000000),
  output_tokens INTEGER NOT NULL CHECK (output_tokens BETWEEN 0 AND 1000000000000),
  reasoning_tokens INTEGER NOT NULL CHECK (reasoning_tokens BETWEEN 0 AND output_tokens),
  total_tokens INTEGER GENERATED ALWAYS AS
    (input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens + output_tokens) VIRTUAL,
  occurred_at INTEGER NOT NULL,
  recorded_cost_nano_usd INTEGER,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (key, import)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX event_rows_by_key ON event_rows (key);

CREATE INDEX event_rows_by_session ON event_rows (session) WHERE session IS NOT NULL;

CREATE UNIQUE INDEX deleted_event_rows_by_key ON deleted_event_rows (key);

CREATE INDEX deleted_event_rows_by_project ON deleted_event_rows (project);

CREATE INDEX deleted_event_rows_by_session ON deleted_event_rows (session) WHERE session IS NOT NULL;

CREATE VIEW usage_events (
  dedupe_key, project_id, event_type, llm_mode, source, session_id, provider, model, path, position, input_tokens,
  cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, prompt_tokens,
  completion_tokens, total_tokens, occurred_at, date, granularity, is_output_final, import_id, created_at, updated_at,
  precedence, hour, recorded_cost_nano_usd, cost_nano_usd, cost_basis, price_rule, service_tier, count_quality, row_id
) AS SELECT
  iif(typeof(event.key) = 'blob', lower(hex(event.key)), event.key), project.project_id, kind.event_type,
  kind.llm_mode, kind.source, session.session_id, nullif(kind.provider, ''), nullif(kind.model, ''), path.path,
  event.position, event.input_tokens, event.cache_read_tokens, event.cache_write_5m_tokens,
  event.cache_write_1h_tokens, event.output_tokens, event.reasoning_tokens, event.total_tokens - event.output_tokens,
  event.output_tokens, event.total_tokens, event.occurred_at, date(event.day * 86400, 'unixepoch'), kind.granularity,
  kind.is_output_final, import.import_id, event.created_at, event.created_at + event.updated_after, event.precedence,
  event.hour, event.recorded_cost_nano_usd, event.cost_nano_usd, coalesce(price.cost_basis, 'unpriced'),
  nullif(price.price_rule, ''), nullif(kind.service_tier, ''), kind.count_quality, event.id
FROM event_rows AS event
  LEFT JOIN event_projects AS project ON project.id = event.project
  LEFT JOIN event_kinds AS kind ON kind.id = event.kind
  LEFT JOIN event_sessions AS session ON session.id = event.session
  LEFT JOIN event_paths AS path ON path.id = event.path
  LEFT JOIN event_imports AS import ON import.id = event.import
  LEFT JOIN event_prices AS price ON price.id = event.price;

CREATE VIEW deleted_usage_events (
  dedupe_key, project_id, event_type, llm_mode, source, session_id, provider, model, path, position, input_tokens,
  cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, prompt_tokens,
  completion_tokens, total_tokens, occurred_at, date, granularity, is_output_final, import_id, created_at, updated_at,
  precedence, hour, recorded_cost_nano_usd, cost_nano_usd, cost_basis, price_rule, service_tier, count_quality, row_id
) AS SELECT
  iif(typeof(event.key) = 'blob', lower(hex(event.key)), event.key), project.project_id, kind.event_type,
  kind.llm_mode, kind.source, session.session_id, nullif(kind.provider, ''), nullif(kind.model, ''), path.path,
  event.position, event.input_tokens, event.cache_read_tokens, event.cache_write_5m_tokens,
  event.cache_write_1h_tokens, event.output_tokens, event.reasoning_tokens, event.total_tokens - event.output_tokens,
  event.output_tokens, event.total_tokens, event.occurred_at, date(event.day * 86400, 'unixepoch'), kind.granularity,
  kind.is_output_final, import.import_id, event.created_at, event.created_at + event.updated_after, event.precedence,
  event.hour, event.recorded_cost_nano_usd, event.cost_nano_usd, coalesce(price.cost_basis, 'unpriced'),
  nullif(price.price_rule, ''), nullif(kind.service_tier, ''), kind.count_quality, event.id
FROM deleted_event_rows AS event
  LEFT JOIN event_projects AS project ON project.id = event.project
  LEFT JOIN event_kinds AS kind ON kind.id = event.kind
  LEFT JOIN event_sessions AS session ON session.id = event.session
  LEFT JOIN event_paths AS path ON path.id = event.path
  LEFT JOIN event_imports AS import ON import.id = event.import
  LEFT JOIN event_prices AS price ON price.id = event.price;

CREATE VIEW superseded_usage_events (
  dedupe_key, import_id, event_type, llm_mode, source, session_id, provider, model, path, position, input_tokens,
  cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, total_tokens,
  occurred_at, granularity, is_output_final, created_at, precedence, recorded_cost_nano_usd, service_tier,
  count_quality
) AS SELECT
  iif(typeof(event.key) = 'blob', lower(hex(event.key)), event.key), import.import_id, kind.event_type, kind.llm_mode,
  kind.source, session.session_id, nullif(kind.provider, ''), nullif(kind.model, ''), path.path, event.position,
  event.input_tokens, event.cache_read_tokens, event.cache_write_5m_tokens, event.cache_write_1h_tokens,
  event.output_tokens, event.reasoning_tokens, event.total_tokens, event.occurred_at, kind.granularity,
  kind.is_output_final, event.created_at, event.precedence, event.recorded_cost_nano_usd,
  nullif(kind.service_tier, ''), kind.count_quality
FROM superseded_event_rows AS event
  LEFT JOIN event_kinds AS kind ON kind.id = event.kind
  LEFT JOIN event_sessions AS session ON session.id = event.session
  LEFT JOIN event_paths AS path ON path.id = event.path
  LEFT JOIN event_imports AS import ON import.id = event.import;

CREATE TRIGGER update_daily_usage AFTER INSERT ON event_rows
WHEN NOT EXISTS (SELECT 1 FROM bulk_inserts WHERE after_id < NEW.id)
BEGIN
  INSERT INTO usage_daily (
    date, project_id, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens,
    reasoning_tokens, event_count, output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
  ) SELECT
    date(NEW.day * 86400, 'unixepoch'), project.project_id, NEW.input_tokens, NEW.cache_read_tokens,
    NEW.cache_write_5m_tokens, NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens, 1,
    1 - kind.is_output_final, coalesce(NEW.cost_nano_usd, 0), iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0),
    kind.count_quality <> 'call'
  FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = NEW.kind AND project.id = NEW.project
  ON CONFLICT (date, project_id) DO UPDATE SET
    input_tokens = input_tokens + excluded.input_tokens,
    cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens + excluded.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens + excluded.cache_write_1h_tokens,
    output_tokens = output_tokens + excluded.output_tokens,
    reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens,
    event_count = event_count + excluded.event_count,
    output_not_final_count = output_not_final_count + excluded.output_not_final_count,
    cost_nano_usd = cost_nano_usd + excluded.cost_nano_usd,
    unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens,
    inexact_count = inexact_count + excluded.inexact_count;
  INSERT INTO usage_daily_breakdown (
    date, project_id, source, provider, model, event_type, llm_mode, path, input_tokens, cache_read_tokens,
    cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, event_count,
    output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
  ) SELECT
    date(NEW.day * 86400, 'unixepoch'), project.project_id, kind.source, kind.provider, kind.model, kind.event_type,
    kind.llm_mode, coalesce((SELECT path FROM event_paths WHERE id = NEW.path), ''), NEW.input_tokens,
    NEW.cache_read_tokens, NEW.cache_write_5m_tokens, NEW.cache_write_1h_tokens, NEW.output_tokens,
    NEW.reasoning_tokens, 1, 1 - kind.is_output_final, coalesce(NEW.cost_nano_usd, 0),
    iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0), kind.count_quality <> 'call'
  FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = NEW.kind AND project.id = NEW.project
  ON CONFLICT (date, project_id, source, provider, model, event_type, llm_mode, path) DO UPDATE SET
    input_tokens = input_tokens + excluded.input_tokens,
    cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens + excluded.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens + excluded.cache_write_1h_tokens,
    output_tokens = output_tokens + excluded.output_tokens,
    reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens,
    event_count = event_count + excluded.event_count,
    output_not_final_count = output_not_final_count + excluded.output_not_final_count,
    cost_nano_usd = cost_nano_usd + excluded.cost_nano_usd,
    unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens,
    inexact_count = inexact_count + excluded.inexact_count;
END;

CREATE TRIGGER update_daily_usage_on_update AFTER UPDATE OF
  input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,
  cost_nano_usd
ON event_rows
WHEN NOT EXISTS (SELECT 1 FROM bulk_inserts WHERE after_id < NEW.id)
  AND (OLD.day, OLD.project, OLD.kind, OLD.path) IS (NEW.day, NEW.project, NEW.kind, NEW.path) AND (
  OLD.input_tokens, OLD.cache_read_tokens, OLD.cache_write_5m_tokens, OLD.cache_write_1h_tokens, OLD.output_tokens,
  OLD.reasoning_tokens, OLD.cost_nano_usd
) IS NOT (
  NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens, NEW.cache_write_1h_tokens, NEW.output_tokens,
  NEW.reasoning_tokens, NEW.cost_nano_usd
)
BEGIN
  UPDATE usage_daily SET
    input_tokens = input_tokens + (NEW.input_tokens - OLD.input_tokens),
    cache_read_tokens = cache_read_tokens + (NEW.cache_read_tokens - OLD.cache_read_tokens),
    cache_write_5m_tokens = cache_write_5m_tokens + (NEW.cache_write_5m_tokens - OLD.cache_write_5m_tokens),
    cache_write_1h_tokens = cache_write_1h_tokens + (NEW.cache_write_1h_tokens - OLD.cache_write_1h_tokens),
    output_tokens = output_tokens + (NEW.output_tokens - OLD.output_tokens),
    reasoning_tokens = reasoning_tokens + (NEW.reasoning_tokens - OLD.reasoning_tokens),
    cost_nano_usd = cost_nano_usd + (coalesce(NEW.cost_nano_usd, 0) - coalesce(OLD.cost_nano_usd, 0)),
    unpriced_tokens = unpriced_tokens + (iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0) - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0))
    WHERE (date, project_id) = (
      SELECT
        date(NEW.day * 86400, 'unixepoch'), project.project_id
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = NEW.kind AND project.id = NEW.project);
  UPDATE usage_daily_breakdown SET
    input_tokens = input_tokens + (NEW.input_tokens - OLD.input_tokens),
    cache_read_tokens = cache_read_tokens + (NEW.cache_read_tokens - OLD.cache_read_tokens),
    cache_write_5m_tokens = cache_write_5m_tokens + (NEW.cache_write_5m_tokens - OLD.cache_write_5m_tokens),
    cache_write_1h_tokens = cache_write_1h_tokens + (NEW.cache_write_1h_tokens - OLD.cache_write_1h_tokens),
    output_tokens = output_tokens + (NEW.output_tokens - OLD.output_tokens),
    reasoning_tokens = reasoning_tokens + (NEW.reasoning_tokens - OLD.reasoning_tokens),
    cost_nano_usd = cost_nano_usd + (coalesce(NEW.cost_nano_usd, 0) - coalesce(OLD.cost_nano_usd, 0)),
    unpriced_tokens = unpriced_tokens + (iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0) - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0))
    WHERE (date, project_id, source, provider, model, event_type, llm_mode, path) = (
      SELECT
        date(NEW.day * 86400, 'unixepoch'), project.project_id, kind.source, kind.provider, kind.model,
        kind.event_type, kind.llm_mode, coalesce((SELECT path FROM event_paths WHERE id = NEW.path), '')
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = NEW.kind AND project.id = NEW.project);
END;

CREATE TRIGGER update_daily_usage_on_move AFTER UPDATE OF day, project, kind, path ON event_rows
WHEN NOT EXISTS (SELECT 1 FROM bulk_inserts WHERE after_id < NEW.id)
  AND (OLD.day, OLD.project, OLD.kind, OLD.path) IS NOT (NEW.day, NEW.project, NEW.kind, NEW.path)
BEGIN
  INSERT INTO usage_daily (
    date, project_id, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens,
    reasoning_tokens, event_count, output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
  ) SELECT
    date(NEW.day * 86400, 'unixepoch'), project.project_id, NEW.input_tokens, NEW.cache_read_tokens,
    NEW.cache_write_5m_tokens, NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens, 1,
    1 - kind.is_output_final, coalesce(NEW.cost_nano_usd, 0), iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0),
    kind.count_quality <> 'call'
  FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = NEW.kind AND project.id = NEW.project
  ON CONFLICT (date, project_id) DO UPDATE SET
    input_tokens = input_tokens + excluded.input_tokens,
    cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens + excluded.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens + excluded.cache_write_1h_tokens,
    output_tokens = output_tokens + excluded.output_tokens,
    reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens,
    event_count = event_count + excluded.event_count,
    output_not_final_count = output_not_final_count + excluded.output_not_final_count,
    cost_nano_usd = cost_nano_usd + excluded.cost_nano_usd,
    unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens,
    inexact_count = inexact_count + excluded.inexact_count;
  DELETE FROM usage_daily WHERE event_count = 1 AND (date, project_id) = (
      SELECT
        date(OLD.day * 86400, 'unixepoch'), project.project_id
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = OLD.kind AND project.id = OLD.project);
  UPDATE usage_daily SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    event_count = event_count - 1,
    output_not_final_count = output_not_final_count - (SELECT 1 - is_output_final FROM event_kinds WHERE id = OLD.kind),
    cost_nano_usd = cost_nano_usd - coalesce(OLD.cost_nano_usd, 0),
    unpriced_tokens = unpriced_tokens - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0),
    inexact_count = inexact_count - (SELECT count_quality <> 'call' FROM event_kinds WHERE id = OLD.kind)
    WHERE (date, project_id) = (
      SELECT
        date(OLD.day * 86400, 'unixepoch'), project.project_id
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = OLD.kind AND project.id = OLD.project);
  INSERT INTO usage_daily_breakdown (
    date, project_id, source, provider, model, event_type, llm_mode, path, input_tokens, cache_read_tokens,
    cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, event_count,
    output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
  ) SELECT
    date(NEW.day * 86400, 'unixepoch'), project.project_id, kind.source, kind.provider, kind.model, kind.event_type,
    kind.llm_mode, coalesce((SELECT path FROM event_paths WHERE id = NEW.path), ''), NEW.input_tokens,
    NEW.cache_read_tokens, NEW.cache_write_5m_tokens, NEW.cache_write_1h_tokens, NEW.output_tokens,
    NEW.reasoning_tokens, 1, 1 - kind.is_output_final, coalesce(NEW.cost_nano_usd, 0),
    iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0), kind.count_quality <> 'call'
  FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = NEW.kind AND project.id = NEW.project
  ON CONFLICT (date, project_id, source, provider, model, event_type, llm_mode, path) DO UPDATE SET
    input_tokens = input_tokens + excluded.input_tokens,
    cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens + excluded.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens + excluded.cache_write_1h_tokens,
    output_tokens = output_tokens + excluded.output_tokens,
    reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens,
    event_count = event_count + excluded.event_count,
    output_not_final_count = output_not_final_count + excluded.output_not_final_count,
    cost_nano_usd = cost_nano_usd + excluded.cost_nano_usd,
    unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens,
    inexact_count = inexact_count + excluded.inexact_count;
  DELETE FROM usage_daily_breakdown WHERE event_count = 1 AND (date, project_id, source, provider, model, event_type, llm_mode, path) = (
      SELECT
        date(OLD.day * 86400, 'unixepoch'), project.project_id, kind.source, kind.provider, kind.model,
        kind.event_type, kind.llm_mode, coalesce((SELECT path FROM event_paths WHERE id = OLD.path), '')
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = OLD.kind AND project.id = OLD.project);
  UPDATE usage_daily_breakdown SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    event_count = event_count - 1,
    output_not_final_count = output_not_final_count - (SELECT 1 - is_output_final FROM event_kinds WHERE id = OLD.kind),
    cost_nano_usd = cost_nano_usd - coalesce(OLD.cost_nano_usd, 0),
    unpriced_tokens = unpriced_tokens - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0),
    inexact_count = inexact_count - (SELECT count_quality <> 'call' FROM event_kinds WHERE id = OLD.kind)
    WHERE (date, project_id, source, provider, model, event_type, llm_mode, path) = (
      SELECT
        date(OLD.day * 86400, 'unixepoch'), project.project_id, kind.source, kind.provider, kind.model,
        kind.event_type, kind.llm_mode, coalesce((SELECT path FROM event_paths WHERE id = OLD.path), '')
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = OLD.kind AND project.id = OLD.project);
END;

CREATE TRIGGER update_daily_usage_on_delete AFTER DELETE ON event_rows
WHEN NOT EXISTS (SELECT 1 FROM bulk_inserts WHERE after_id < OLD.id)
BEGIN
  DELETE FROM usage_daily WHERE event_count = 1 AND (date, project_id) = (
      SELECT
        date(OLD.day * 86400, 'unixepoch'), project.project_id
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = OLD.kind AND project.id = OLD.project);
  UPDATE usage_daily SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    event_count = event_count - 1,
    output_not_final_count = output_not_final_count - (SELECT 1 - is_output_final FROM event_kinds WHERE id = OLD.kind),
    cost_nano_usd = cost_nano_usd - coalesce(OLD.cost_nano_usd, 0),
    unpriced_tokens = unpriced_tokens - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0),
    inexact_count = inexact_count - (SELECT count_quality <> 'call' FROM event_kinds WHERE id = OLD.kind)
    WHERE (date, project_id) = (
      SELECT
        date(OLD.day * 86400, 'unixepoch'), project.project_id
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = OLD.kind AND project.id = OLD.project);
  DELETE FROM usage_daily_breakdown WHERE event_count = 1 AND (date, project_id, source, provider, model, event_type, llm_mode, path) = (
      SELECT
        date(OLD.day * 86400, 'unixepoch'), project.project_id, kind.source, kind.provider, kind.model,
        kind.event_type, kind.llm_mode, coalesce((SELECT path FROM event_paths WHERE id = OLD.path), '')
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = OLD.kind AND project.id = OLD.project);
  UPDATE usage_daily_breakdown SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    event_count = event_count - 1,
    output_not_final_count = output_not_final_count - (SELECT 1 - is_output_final FROM event_kinds WHERE id = OLD.kind),
    cost_nano_usd = cost_nano_usd - coalesce(OLD.cost_nano_usd, 0),
    unpriced_tokens = unpriced_tokens - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0),
    inexact_count = inexact_count - (SELECT count_quality <> 'call' FROM event_kinds WHERE id = OLD.kind)
    WHERE (date, project_id, source, provider, model, event_type, llm_mode, path) = (
      SELECT
        date(OLD.day * 86400, 'unixepoch'), project.project_id, kind.source, kind.provider, kind.model,
        kind.event_type, kind.llm_mode, coalesce((SELECT path FROM event_paths WHERE id = OLD.path), '')
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = OLD.kind AND project.id = OLD.project);
END;

CREATE TRIGGER update_hourly_usage AFTER INSERT ON event_rows
WHEN NEW.hour IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bulk_inserts WHERE after_id < NEW.id)
BEGIN
  INSERT INTO usage_hourly (
    date, hour, project_id, source, model, event_type, total_tokens, event_count, cost_nano_usd, unpriced_tokens
  ) SELECT
    date(NEW.day * 86400, 'unixepoch'), NEW.hour, project.project_id, kind.source, kind.model, kind.event_type,
    NEW.total_tokens, 1, coalesce(NEW.cost_nano_usd, 0), iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0)
  FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = NEW.kind AND project.id = NEW.project
  ON CONFLICT (date, hour, project_id, source, model, event_type) DO UPDATE SET
    total_tokens = total_tokens + excluded.total_tokens,
    event_count = event_count + excluded.event_count,
    cost_nano_usd = cost_nano_usd + excluded.cost_nano_usd,
    unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens;
END;

CREATE TRIGGER update_hourly_usage_on_update AFTER UPDATE OF
  input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,
  cost_nano_usd
ON event_rows
WHEN NEW.hour IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bulk_inserts WHERE after_id < NEW.id)
  AND (OLD.day, OLD.hour, OLD.project, OLD.kind) IS (NEW.day, NEW.hour, NEW.project, NEW.kind)
  AND (OLD.total_tokens, OLD.cost_nano_usd) IS NOT (NEW.total_tokens, NEW.cost_nano_usd)
BEGIN
  UPDATE usage_hourly SET
    total_tokens = total_tokens + (NEW.total_tokens - OLD.total_tokens),
    cost_nano_usd = cost_nano_usd + (coalesce(NEW.cost_nano_usd, 0) - coalesce(OLD.cost_nano_usd, 0)),
    unpriced_tokens = unpriced_tokens + (iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0) - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0))
    WHERE (date, hour, project_id, source, model, event_type) = (
      SELECT
        date(NEW.day * 86400, 'unixepoch'), NEW.hour, project.project_id, kind.source, kind.model, kind.event_type
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = NEW.kind AND project.id = NEW.project);
END;

CREATE TRIGGER update_hourly_usage_on_move AFTER UPDATE OF day, hour, project, kind ON event_rows
WHEN NOT EXISTS (SELECT 1 FROM bulk_inserts WHERE after_id < NEW.id)
  AND (OLD.day, OLD.hour, OLD.project, OLD.kind) IS NOT (NEW.day, NEW.hour, NEW.project, NEW.kind)
BEGIN
  INSERT INTO usage_hourly (
    date, hour, project_id, source, model, event_type, total_tokens, event_count, cost_nano_usd, unpriced_tokens
  ) SELECT
    date(NEW.day * 86400, 'unixepoch'), NEW.hour, project.project_id, kind.source, kind.model, kind.event_type,
    NEW.total_tokens, 1, coalesce(NEW.cost_nano_usd, 0), iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0)
  FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = NEW.kind AND project.id = NEW.project
    AND NEW.hour IS NOT NULL
  ON CONFLICT (date, hour, project_id, source, model, event_type) DO UPDATE SET
    total_tokens = total_tokens + excluded.total_tokens,
    event_count = event_count + excluded.event_count,
    cost_nano_usd = cost_nano_usd + excluded.cost_nano_usd,
    unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens;
  -- The row of no hour does not exist: `hour = NULL` finds nothing.
  DELETE FROM usage_hourly WHERE event_count = 1 AND (date, hour, project_id, source, model, event_type) = (
      SELECT
        date(OLD.day * 86400, 'unixepoch'), OLD.hour, project.project_id, kind.source, kind.model, kind.event_type
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = OLD.kind AND project.id = OLD.project);
  UPDATE usage_hourly SET
    total_tokens = total_tokens - OLD.total_tokens,
    event_count = event_count - 1,
    cost_nano_usd = cost_nano_usd - coalesce(OLD.cost_nano_usd, 0),
    unpriced_tokens = unpriced_tokens - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0)
    WHERE (date, hour, project_id, source, model, event_type) = (
      SELECT
        date(OLD.day * 86400, 'unixepoch'), OLD.hour, project.project_id, kind.source, kind.model, kind.event_type
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = OLD.kind AND project.id = OLD.project);
END;

CREATE TRIGGER update_hourly_usage_on_delete AFTER DELETE ON event_rows
WHEN OLD.hour IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bulk_inserts WHERE after_id < OLD.id)
BEGIN
  DELETE FROM usage_hourly WHERE event_count = 1 AND (date, hour, project_id, source, model, event_type) = (
      SELECT
        date(OLD.day * 86400, 'unixepoch'), OLD.hour, project.project_id, kind.source, kind.model, kind.event_type
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = OLD.kind AND project.id = OLD.project);
  UPDATE usage_hourly SET
    total_tokens = total_tokens - OLD.total_tokens,
    event_count = event_count - 1,
    cost_nano_usd = cost_nano_usd - coalesce(OLD.cost_nano_usd, 0),
    unpriced_tokens = unpriced_tokens - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0)
    WHERE (date, hour, project_id, source, model, event_type) = (
      SELECT
        date(OLD.day * 86400, 'unixepoch'), OLD.hour, project.project_id, kind.source, kind.model, kind.event_type
      FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = OLD.kind AND project.id = OLD.project);
END;

CREATE TRIGGER end_bulk_insert AFTER DELETE ON bulk_inserts
BEGIN
  INSERT INTO usage_daily (
    date, project_id, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens,
    reasoning_tokens, event_count, output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
  ) SELECT
    date(event.day * 86400, 'unixepoch'), project.project_id, sum(event.input_tokens), sum(event.cache_read_tokens),
    sum(event.cache_write_5m_tokens), sum(event.cache_write_1h_tokens), sum(event.output_tokens),
    sum(event.reasoning_tokens), count(*), sum(1 - kind.is_output_final), coalesce(sum(event.cost_nano_usd), 0),
    sum(iif(event.cost_nano_usd IS NULL, event.total_tokens, 0)), sum(kind.count_quality <> 'call')
  FROM event_rows AS event CROSS JOIN event_kinds AS kind ON kind.id = event.kind
    CROSS JOIN event_projects AS project ON project.id = event.project
  WHERE event.id > OLD.after_id
  GROUP BY event.day, event.project
  ON CONFLICT (date, project_id) DO UPDATE SET
    input_tokens = input_tokens + excluded.input_tokens,
    cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens + excluded.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens + excluded.cache_write_1h_tokens,
    output_tokens = output_tokens + excluded.output_tokens,
    reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens,
    event_count = event_count + excluded.event_count,
    output_not_final_count = output_not_final_count + excluded.output_not_final_count,
    cost_nano_usd = cost_nano_usd + excluded.cost_nano_usd,
    unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens,
    inexact_count = inexact_count + excluded.inexact_count;
  INSERT INTO usage_daily_breakdown (
    date, project_id, source, provider, model, event_type, llm_mode, path, input_tokens, cache_read_tokens,
    cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, event_count,
    output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
  ) SELECT
    date(event.day * 86400, 'unixepoch'), project.project_id, kind.source, kind.provider, kind.model, kind.event_type,
    kind.llm_mode, coalesce((SELECT path FROM event_paths WHERE id = event.path), ''), sum(event.input_tokens),
    sum(event.cache_read_tokens), sum(event.cache_write_5m_tokens), sum(event.cache_write_1h_tokens),
    sum(event.output_tokens), sum(event.reasoning_tokens), count(*), sum(1 - kind.is_output_final),
    coalesce(sum(event.cost_nano_usd), 0), sum(iif(event.cost_nano_usd IS NULL, event.total_tokens, 0)),
    sum(kind.count_quality <> 'call')
  FROM event_rows AS event CROSS JOIN event_kinds AS kind ON kind.id = event.kind
    CROSS JOIN event_projects AS project ON project.id = event.project
  WHERE event.id > OLD.after_id
  GROUP BY event.day, event.project, kind.source, kind.provider, kind.model, kind.event_type, kind.llm_mode, event.path
  ON CONFLICT (date, project_id, source, provider, model, event_type, llm_mode, path) DO UPDATE SET
    input_tokens = input_tokens + excluded.input_tokens,
    cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens + excluded.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens + excluded.cache_write_1h_tokens,
    output_tokens = output_tokens + excluded.output_tokens,
    reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens,
    event_count = event_count + excluded.event_count,
    output_not_final_count = output_not_final_count + excluded.output_not_final_count,
    cost_nano_usd = cost_nano_usd + excluded.cost_nano_usd,
    unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens,
    inexact_count = inexact_count + excluded.inexact_count;
  INSERT INTO usage_hourly (
    date, hour, project_id, source, model, event_type, total_tokens, event_count, cost_nano_usd, unpriced_tokens
  ) SELECT
    date(event.day * 86400, 'unixepoch'), event.hour, project.project_id, kind.source, kind.model, kind.event_type,
    sum(event.total_tokens), count(*), coalesce(sum(event.cost_nano_usd), 0),
    sum(iif(event.cost_nano_usd IS NULL, event.total_tokens, 0))
  FROM event_rows AS event CROSS JOIN event_kinds AS kind ON kind.id = event.kind
    CROSS JOIN event_projects AS project ON project.id = event.project
  WHERE event.id > OLD.after_id AND event.hour IS NOT NULL
  GROUP BY event.day, event.hour, event.project, kind.source, kind.model, kind.event_type
  ON CONFLICT (date, hour, project_id, source, model, event_type) DO UPDATE SET
    total_tokens = total_tokens + excluded.total_tokens,
    event_count = event_count + excluded.event_count,
    cost_nano_usd = cost_nano_usd + excluded.cost_nano_usd,
    unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens;
END;

CREATE TRIGGER keep_chosen_project AFTER UPDATE OF key ON event_rows WHEN OLD.key <> NEW.key
BEGIN
  UPDATE OR REPLACE chosen_projects SET dedupe_key = iif(typeof(NEW.key) = 'blob', lower(hex(NEW.key)), NEW.key)
    WHERE dedupe_key = iif(typeof(OLD.key) = 'blob', lower(hex(OLD.key)), OLD.key);
END;

CREATE TRIGGER insert_usage_event INSTEAD OF INSERT ON usage_events
BEGIN
  SELECT RAISE(ABORT, 'CHECK constraint failed: usage_events')
  WHERE ((NEW.source = 'manual') = (NEW.import_id IS NULL)
    AND '' NOT IN (coalesce(NEW.provider, '-'), coalesce(NEW.model, '-'), coalesce(NEW.service_tier, '-'))
    AND NEW.date IS date(NEW.date)
    AND (NEW.hour IS NULL OR coalesce(NEW.granularity, 'moment') = 'moment')
    AND (coalesce(NEW.cost_basis, 'unpriced') = 'unpriced') = (NEW.cost_nano_usd IS NULL) AND (NEW.cost_nano_usd IS NOT NULL OR NEW.price_rule IS NULL)
    AND coalesce(NEW.prompt_tokens = NEW.input_tokens + NEW.cache_read_tokens + NEW.cache_write_5m_tokens + NEW.cache_write_1h_tokens, NEW.prompt_tokens IS NULL)
    AND coalesce(NEW.completion_tokens = NEW.output_tokens, NEW.completion_tokens IS NULL)
    AND coalesce(NEW.total_tokens = NEW.input_tokens + NEW.cache_read_tokens + NEW.cache_write_5m_tokens + NEW.cache_write_1h_tokens + NEW.output_tokens, NEW.total_tokens IS NULL)) IS NOT true;
  INSERT INTO event_projects (project_id) SELECT NEW.project_id
    WHERE NOT EXISTS (SELECT 1 FROM event_projects WHERE project_id = NEW.project_id);
  INSERT INTO event_imports (import_id) SELECT NEW.import_id WHERE NEW.import_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM event_imports WHERE import_id = NEW.import_id);
  INSERT INTO event_paths (path) SELECT NEW.path WHERE NEW.path IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM event_paths WHERE path = NEW.path);
  INSERT INTO event_prices (cost_basis, price_rule) SELECT NEW.cost_basis, coalesce(NEW.price_rule, '')
    WHERE NEW.cost_nano_usd IS NOT NULL AND NOT EXISTS (SELECT 1 FROM event_prices
      WHERE cost_basis = NEW.cost_basis AND price_rule = coalesce(NEW.price_rule, ''));
  INSERT INTO event_kinds (source, provider, model, event_type, llm_mode, granularity, is_output_final, count_quality, service_tier)
    SELECT NEW.source, coalesce(NEW.provider, ''), coalesce(NEW.model, ''), NEW.event_type, NEW.llm_mode,
      coalesce(NEW.granularity, 'moment'), coalesce(NEW.is_output_final, 1), coalesce(NEW.count_quality, 'call'),
      coalesce(NEW.service_tier, '')
    WHERE NOT EXISTS (SELECT 1 FROM event_kinds WHERE
      source = NEW.source AND provider = coalesce(NEW.provider, '') AND model = coalesce(NEW.model, '')
      AND event_type = NEW.event_type AND llm_mode = NEW.llm_mode
      AND granularity = coalesce(NEW.granularity, 'moment') AND is_output_final = coalesce(NEW.is_output_final, 1)
      AND count_quality = coalesce(NEW.count_quality, 'call') AND service_tier = coalesce(NEW.service_tier, ''));
  INSERT INTO event_sessions (source, session_id, family) SELECT NEW.source, NEW.session_id, family_of_key(NEW.dedupe_key, NEW.source)
    WHERE (NEW.session_id IS NOT NULL OR family_of_key(NEW.dedupe_key, NEW.source) IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM event_sessions
      WHERE source = NEW.source AND session_id IS NEW.session_id AND family IS family_of_key(NEW.dedupe_key, NEW.source));
  INSERT INTO event_rows (
    key, project, day, hour, occurred_at, kind, session, path, import, position, precedence, input_tokens,
    cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,
    recorded_cost_nano_usd, cost_nano_usd, price, created_at, updated_after
  ) VALUES (
    iif(NEW.source = 'manual', NEW.dedupe_key, event_key(NEW.dedupe_key, NEW.source)),
    (SELECT id FROM event_projects WHERE project_id = NEW.project_id),
    unixepoch(NEW.date) / 86400, NEW.hour, NEW.occurred_at,
    (SELECT id FROM event_kinds WHERE
      source = NEW.source AND provider = coalesce(NEW.provider, '') AND model = coalesce(NEW.model, '')
      AND event_type = NEW.event_type AND llm_mode = NEW.llm_mode
      AND granularity = coalesce(NEW.granularity, 'moment') AND is_output_final = coalesce(NEW.is_output_final, 1)
      AND count_quality = coalesce(NEW.count_quality, 'call') AND service_tier = coalesce(NEW.service_tier, '')),
    (SELECT id FROM event_sessions
      WHERE source = NEW.source AND session_id IS NEW.session_id AND family IS family_of_key(NEW.dedupe_key, NEW.source)),
    (SELECT id FROM event_paths WHERE path = NEW.path),
    (SELECT id FROM event_imports WHERE import_id = NEW.import_id),
    coalesce(NEW.position, 0), coalesce(NEW.precedence, 0), NEW.input_tokens, NEW.cache_read_tokens,
    NEW.cache_write_5m_tokens, NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens,
    NEW.recorded_cost_nano_usd, NEW.cost_nano_usd,
    (SELECT id FROM event_prices
      WHERE NEW.cost_nano_usd IS NOT NULL AND cost_basis = NEW.cost_basis AND price_rule = coalesce(NEW.price_rule, '')),
    NEW.created_at, NEW.updated_at - NEW.created_at
  );
END;

CREATE TRIGGER update_usage_event_cost INSTEAD OF UPDATE OF cost_nano_usd, cost_basis, price_rule ON usage_events
WHEN (
  OLD.dedupe_key, OLD.project_id, OLD.event_type, OLD.llm_mode, OLD.source, OLD.session_id, OLD.provider, OLD.model,
  OLD.path, OLD.position, OLD.input_tokens, OLD.cache_read_tokens, OLD.cache_write_5m_tokens,
  OLD.cache_write_1h_tokens, OLD.output_tokens, OLD.reasoning_tokens, OLD.prompt_tokens, OLD.completion_tokens,
  OLD.total_tokens, OLD.occurred_at, OLD.date, OLD.granularity, OLD.is_output_final, OLD.import_id, OLD.created_at,
  OLD.updated_at, OLD.precedence, OLD.hour, OLD.recorded_cost_nano_usd, OLD.service_tier, OLD.count_quality,
  OLD.row_id
) IS (
  NEW.dedupe_key, NEW.project_id, NEW.event_type, NEW.llm_mode, NEW.source, NEW.session_id, NEW.provider, NEW.model,
  NEW.path, NEW.position, NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens,
  NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens, NEW.prompt_tokens, NEW.completion_tokens,
  NEW.total_tokens, NEW.occurred_at, NEW.date, NEW.granularity, NEW.is_output_final, NEW.import_id, NEW.created_at,
  NEW.updated_at, NEW.precedence, NEW.hour, NEW.recorded_cost_nano_usd, NEW.service_tier, NEW.count_quality,
  NEW.row_id
)
BEGIN
  SELECT RAISE(ABORT, 'CHECK constraint failed: usage_events')
    WHERE (NEW.cost_basis = 'unpriced') <> (NEW.cost_nano_usd IS NULL)
      OR NEW.cost_nano_usd IS NULL AND NEW.price_rule IS NOT NULL;
  INSERT INTO event_prices (cost_basis, price_rule) SELECT NEW.cost_basis, coalesce(NEW.price_rule, '')
    WHERE NEW.cost_nano_usd IS NOT NULL AND NOT EXISTS (SELECT 1 FROM event_prices
      WHERE cost_basis = NEW.cost_basis AND price_rule = coalesce(NEW.price_rule, ''));
  UPDATE event_rows SET cost_nano_usd = NEW.cost_nano_usd, price = (SELECT id FROM event_prices
      WHERE NEW.cost_nano_usd IS NOT NULL AND cost_basis = NEW.cost_basis AND price_rule = coalesce(NEW.price_rule, ''))
    WHERE id = OLD.row_id;
END;

CREATE TRIGGER update_usage_event INSTEAD OF UPDATE ON usage_events
WHEN NOT (
  OLD.dedupe_key, OLD.project_id, OLD.event_type, OLD.llm_mode, OLD.source, OLD.session_id, OLD.provider, OLD.model,
  OLD.path, OLD.position, OLD.input_tokens, OLD.cache_read_tokens, OLD.cache_write_5m_tokens,
  OLD.cache_write_1h_tokens, OLD.output_tokens, OLD.reasoning_tokens, OLD.prompt_tokens, OLD.completion_tokens,
  OLD.total_tokens, OLD.occurred_at, OLD.date, OLD.granularity, OLD.is_output_final, OLD.import_id, OLD.created_at,
  OLD.updated_at, OLD.precedence, OLD.hour, OLD.recorded_cost_nano_usd, OLD.service_tier, OLD.count_quality,
  OLD.row_id
) IS (
  NEW.dedupe_key, NEW.project_id, NEW.event_type, NEW.llm_mode, NEW.source, NEW.session_id, NEW.provider, NEW.model,
  NEW.path, NEW.position, NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens,
  NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens, NEW.prompt_tokens, NEW.completion_tokens,
  NEW.total_tokens, NEW.occurred_at, NEW.date, NEW.granularity, NEW.is_output_final, NEW.import_id, NEW.created_at,
  NEW.updated_at, NEW.precedence, NEW.hour, NEW.recorded_cost_nano_usd, NEW.service_tier, NEW.count_quality,
  NEW.row_id
)
BEGIN
  SELECT RAISE(ABORT, 'CHECK constraint failed: usage_events')
  WHERE ((NEW.source = 'manual') = (NEW.import_id IS NULL)
    AND '' NOT IN (coalesce(NEW.provider, '-'), coalesce(NEW.model, '-'), coalesce(NEW.service_tier, '-'))
    AND NEW.date IS date(NEW.date)
    AND (NEW.hour IS NULL OR NEW.granularity = 'moment')
    AND (NEW.cost_basis = 'unpriced') = (NEW.cost_nano_usd IS NULL) AND (NEW.cost_nano_usd IS NOT NULL OR NEW.price_rule IS NULL)
    AND coalesce(NEW.prompt_tokens = NEW.input_tokens + NEW.cache_read_tokens + NEW.cache_write_5m_tokens + NEW.cache_write_1h_tokens, false)
    AND coalesce(NEW.completion_tokens = NEW.output_tokens, false)
    AND coalesce(NEW.total_tokens = NEW.input_tokens + NEW.cache_read_tokens + NEW.cache_write_5m_tokens + NEW.cache_write_1h_tokens + NEW.output_tokens, false)) IS NOT true;
  INSERT INTO event_projects (project_id) SELECT NEW.project_id
    WHERE NOT EXISTS (SELECT 1 FROM event_projects WHERE project_id = NEW.project_id);
  INSERT INTO event_imports (import_id) SELECT NEW.import_id WHERE NEW.import_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM event_imports WHERE import_id = NEW.import_id);
  INSERT INTO event_paths (path) SELECT NEW.path WHERE NEW.path IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM event_paths WHERE path = NEW.path);
  INSERT INTO event_prices (cost_basis, price_rule) SELECT NEW.cost_basis, coalesce(NEW.price_rule, '')
    WHERE NEW.cost_nano_usd IS NOT NULL AND NOT EXISTS (SELECT 1 FROM event_prices
      WHERE cost_basis = NEW.cost_basis AND price_rule = coalesce(NEW.price_rule, ''));
  INSERT INTO event_kinds (source, provider, model, event_type, llm_mode, granularity, is_output_final, count_quality, service_tier)
    SELECT NEW.source, coalesce(NEW.provider, ''), coalesce(NEW.model, ''), NEW.event_type, NEW.llm_mode,
      NEW.granularity, NEW.is_output_final, NEW.count_quality, coalesce(NEW.service_tier, '')
    WHERE NOT EXISTS (SELECT 1 FROM event_kinds WHERE
      source = NEW.source AND provider = coalesce(NEW.provider, '') AND model = coalesce(NEW.model, '')
      AND event_type = NEW.event_type AND llm_mode = NEW.llm_mode AND granularity = NEW.granularity
      AND is_output_final = NEW.is_output_final AND count_quality = NEW.count_quality
      AND service_tier = coalesce(NEW.service_tier, ''));
  INSERT INTO event_sessions (source, session_id, family) SELECT NEW.source, NEW.session_id, (SELECT family FROM event_sessions WHERE id = (SELECT session FROM event_rows WHERE id = OLD.row_id))
    WHERE (NEW.session_id IS NOT NULL OR (SELECT family FROM event_sessions WHERE id = (SELECT session FROM event_rows WHERE id = OLD.row_id)) IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM event_sessions
      WHERE source = NEW.source AND session_id IS NEW.session_id AND family IS (SELECT family FROM event_sessions WHERE id = (SELECT session FROM event_rows WHERE id = OLD.row_id)));
  UPDATE event_rows SET
    key = iif(NEW.dedupe_key = OLD.dedupe_key, key, iif(NEW.source = 'manual', NEW.dedupe_key, event_key(NEW.dedupe_key, NEW.source))),
    project = (SELECT id FROM event_projects WHERE project_id = NEW.project_id),
    day = unixepoch(NEW.date) / 86400, hour = NEW.hour, occurred_at = NEW.occurred_at,
    kind = (SELECT id FROM event_kinds WHERE
      source = NEW.source AND provider = coalesce(NEW.provider, '') AND model = coalesce(NEW.model, '')
      AND event_type = NEW.event_type AND llm_mode = NEW.llm_mode AND granularity = NEW.granularity
      AND is_output_final = NEW.is_output_final AND count_quality = NEW.count_quality
      AND service_tier = coalesce(NEW.service_tier, '')),
    session = (SELECT id FROM event_sessions
      WHERE source = NEW.source AND session_id IS NEW.session_id AND family IS (SELECT family FROM event_sessions WHERE id = (SELECT session FROM event_rows WHERE id = OLD.row_id))),
    path = (SELECT id FROM event_paths WHERE path = NEW.path),
    import = (SELECT id FROM event_imports WHERE import_id = NEW.import_id),
    position = NEW.position, precedence = NEW.precedence,
    input_tokens = NEW.input_tokens,
    cache_read_tokens = NEW.cache_read_tokens,
    cache_write_5m_tokens = NEW.cache_write_5m_tokens,
    cache_write_1h_tokens = NEW.cache_write_1h_tokens,
    output_tokens = NEW.output_tokens,
    reasoning_tokens = NEW.reasoning_tokens,
    recorded_cost_nano_usd = NEW.recorded_cost_nano_usd, cost_nano_usd = NEW.cost_nano_usd,
    price = (SELECT id FROM event_prices
      WHERE NEW.cost_nano_usd IS NOT NULL AND cost_basis = NEW.cost_basis AND price_rule = coalesce(NEW.price_rule, '')),
    created_at = NEW.created_at, updated_after = NEW.updated_at - NEW.created_at
    WHERE id = OLD.row_id;
END;

CREATE TRIGGER delete_usage_event INSTEAD OF DELETE ON usage_events
BEGIN
  DELETE FROM event_rows WHERE id = OLD.row_id;
END;

CREATE TABLE registers (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  -- Of a hybrid logical clock: UTC milliseconds, or one more than the last stamp that was seen.
  stamp INTEGER NOT NULL CHECK (stamp BETWEEN 0 AND 9000000000000000),
  PRIMARY KEY (kind, id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE removed_events (
  key ANY NOT NULL PRIMARY KEY,
  removed_at INTEGER NOT NULL CHECK (removed_at BETWEEN 0 AND 9000000000000000)
) STRICT, WITHOUT ROWID;

CREATE TABLE clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last INTEGER NOT NULL CHECK (last BETWEEN 0 AND 9000000000000000)
) STRICT;

CREATE TRIGGER decide_new_project AFTER INSERT ON projects
WHEN NEW.created_by_import IS NULL
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'name', json_quote(NEW.name), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_new_client AFTER INSERT ON projects
WHEN NEW.client_name IS NOT NULL
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'client_name', json_quote(NEW.client_name), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_new_description AFTER INSERT ON projects
WHEN NEW.description IS NOT NULL
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'description', json_quote(NEW.description), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_name AFTER UPDATE OF name ON projects
WHEN NEW.name <> OLD.name AND NEW.created_by_import IS NULL
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'name', json_quote(NEW.name), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_client_name AFTER UPDATE OF client_name ON projects
WHEN NEW.client_name IS NOT OLD.client_name
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'client_name', json_quote(NEW.client_name), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_description AFTER UPDATE OF description ON projects
WHEN NEW.description IS NOT OLD.description
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'description', json_quote(NEW.description), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_is_archived AFTER UPDATE OF is_archived ON projects
WHEN NEW.is_archived IS NOT OLD.is_archived
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'is_archived', json_quote(NEW.is_archived), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_deleted_at AFTER UPDATE OF deleted_at ON projects
WHEN NEW.deleted_at IS NOT OLD.deleted_at
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'deleted_at', json_quote(NEW.deleted_at), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_merged_into AFTER UPDATE OF merged_into ON projects
WHEN NEW.merged_into IS NOT OLD.merged_into
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'merged_into', json_quote(NEW.merged_into), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_pin AFTER UPDATE OF is_pinned, pin_rank ON projects
WHEN iif(NEW.is_pinned, NEW.pin_rank, NULL) IS NOT iif(OLD.is_pinned, OLD.pin_rank, NULL)
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'pin_rank', json_quote(iif(NEW.is_pinned, NEW.pin_rank, NULL)), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_new_path AFTER INSERT ON project_paths
WHEN NEW.decided_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM registers WHERE kind = 'path' AND id = NEW.path)
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'path', NEW.path, '', json_object('project_id', NEW.project_id, 'covers_subfolders', NEW.covers_subfolders, 'decided_at', NEW.decided_at), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_path AFTER UPDATE ON project_paths
WHEN (NEW.project_id, NEW.covers_subfolders, NEW.decided_at) IS NOT (OLD.project_id, OLD.covers_subfolders, OLD.decided_at)
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'path', NEW.path, '', json_object('project_id', NEW.project_id, 'covers_subfolders', NEW.covers_subfolders, 'decided_at', NEW.decided_at), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER forget_path AFTER DELETE ON project_paths
WHEN OLD.decided_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM registers WHERE kind = 'path' AND id = OLD.path)
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'path', OLD.path, '', 'null', last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_new_choice AFTER INSERT ON chosen_projects
WHEN NEW.updated_at > 0
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'event', NEW.dedupe_key, 'project_id', json_quote(NEW.project_id), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_choice AFTER UPDATE OF project_id, updated_at ON chosen_projects
WHEN NEW.updated_at > 0 AND (NEW.project_id, NEW.updated_at) IS NOT (OLD.project_id, OLD.updated_at)
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'event', NEW.dedupe_key, 'project_id', json_quote(NEW.project_id), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER forget_choice AFTER DELETE ON chosen_projects
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'event', OLD.dedupe_key, 'project_id', 'null', last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER keep_choice AFTER UPDATE OF dedupe_key ON chosen_projects WHEN NEW.dedupe_key <> OLD.dedupe_key
BEGIN
  UPDATE OR REPLACE registers SET id = NEW.dedupe_key WHERE kind = 'event' AND id = OLD.dedupe_key;
END;

CREATE TRIGGER decide_new_mapping AFTER INSERT ON table_mappings
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'mapping', NEW.id, 'name', json_quote(NEW.name), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
  INSERT INTO registers SELECT 'mapping', NEW.id, 'mapping', json(NEW.mapping), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_mapping_name AFTER UPDATE OF name ON table_mappings
WHEN NEW.name <> OLD.name
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'mapping', NEW.id, 'name', json_quote(NEW.name), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_mapping AFTER UPDATE OF mapping ON table_mappings
WHEN NEW.mapping <> OLD.mapping
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'mapping', NEW.id, 'mapping', json(NEW.mapping), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_mapping_deleted_at AFTER UPDATE OF deleted_at ON table_mappings
WHEN NEW.deleted_at IS NOT OLD.deleted_at
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'mapping', NEW.id, 'deleted_at', json_quote(NEW.deleted_at), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_new_setting AFTER INSERT ON settings
WHEN NEW.key NOT IN ('datedIn', 'correctedCounts')
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'setting', NEW.key, '', NEW.value, last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_setting AFTER UPDATE ON settings
WHEN NEW.key NOT IN ('datedIn', 'correctedCounts') AND NEW.value <> OLD.value
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'setting', NEW.key, '', NEW.value, last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER forget_setting AFTER DELETE ON settings
WHEN OLD.key NOT IN ('datedIn', 'correctedCounts')
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'setting', OLD.key, '', 'null', last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_new_budget AFTER INSERT ON budgets
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'budget', json_array(NEW.scope, NEW.scope_key, NEW.from_month), '', json_object('unit', NEW.unit, 'amount', NEW.amount, 'thresholds', json(NEW.thresholds)), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_budget AFTER UPDATE ON budgets
WHEN (NEW.unit, NEW.amount, NEW.thresholds) IS NOT (OLD.unit, OLD.amount, OLD.thresholds)
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'budget', json_array(NEW.scope, NEW.scope_key, NEW.from_month), '', json_object('unit', NEW.unit, 'amount', NEW.amount, 'thresholds', json(NEW.thresholds)), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER forget_budget AFTER DELETE ON budgets
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'budget', json_array(OLD.scope, OLD.scope_key, OLD.from_month), '', 'null', last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_new_price AFTER INSERT ON price_choices
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'price', NEW.model, '', coalesce(json(NEW.choice), 'null'), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_price AFTER UPDATE OF choice ON price_choices
WHEN NEW.choice IS NOT OLD.choice
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'price', NEW.model, '', coalesce(json(NEW.choice), 'null'), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER forget_price AFTER DELETE ON price_choices
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'price', OLD.model, '', 'null', last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_price_table AFTER UPDATE OF is_in_force ON price_tables
WHEN NEW.is_in_force <> OLD.is_in_force
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'price-table', '', '', json_quote(iif(NEW.is_in_force, NEW.id, NULL)), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TABLE taken_blobs (
  -- 'device/file'
  name TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 200),
  -- JSON list of the ids of the imports whose records the file holds.
  imports TEXT NOT NULL CHECK (json_valid(imports)),
  taken_at INTEGER NOT NULL CHECK (taken_at >= 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_rows_by_project ON event_rows (project, day);

INSERT INTO clock VALUES (1, 0);

INSERT INTO price_state VALUES (1, 0, NULL);
