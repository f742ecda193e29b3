-- A store a quarter of the size. Events become narrow rows: what many of them share stands once, in a table of its own, and a row
-- names it by a small number; keys are 16 bytes instead of a text; sums and what is mostly 0 take no room. `usage_events` is a
-- view from here on that shows the rows with all their texts and takes the same changes as the table did. Rollups stay as they are.
--
-- `event_key(text, source)` and `family_of_key(text, source)` are functions of the app: src/lib/database/events/event-key.ts.

DROP TRIGGER update_daily_usage;
DROP TRIGGER update_daily_usage_on_update;
DROP TRIGGER update_daily_usage_on_move;
DROP TRIGGER update_daily_usage_on_delete;
DROP TRIGGER update_hourly_usage;
DROP TRIGGER update_hourly_usage_on_update;
DROP TRIGGER update_hourly_usage_on_move;
DROP TRIGGER update_hourly_usage_on_delete;
DROP TRIGGER keep_chosen_project;
ALTER TABLE usage_events RENAME TO usage_events_before;
ALTER TABLE deleted_usage_events RENAME TO deleted_usage_events_before;
ALTER TABLE superseded_usage_events RENAME TO superseded_usage_events_before;

-- The numbers are this database's own: nothing outside of it may rely on them.
CREATE TABLE event_projects (
  id INTEGER PRIMARY KEY,
  project_id TEXT NOT NULL UNIQUE REFERENCES projects (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE event_imports (
  id INTEGER PRIMARY KEY,
  import_id TEXT NOT NULL UNIQUE REFERENCES imports (id) ON DELETE CASCADE
) STRICT;

-- Working directories and foreign names that led to a project.
CREATE TABLE event_paths (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE CHECK (length(path) BETWEEN 1 AND 10000)
) STRICT;

-- A session of a source, NULL where the source names none, and the family within which the keys of its events are unique.
CREATE TABLE event_sessions (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  session_id TEXT CHECK (length(session_id) BETWEEN 1 AND 10000),
  family TEXT CHECK (length(family) BETWEEN 1 AND 10000),
  CHECK (session_id IS NOT NULL OR family IS NOT NULL)
) STRICT;
CREATE INDEX event_sessions_by_session ON event_sessions (session_id, source);
CREATE INDEX event_sessions_by_family ON event_sessions (family, source) WHERE family IS NOT NULL;

-- What makes events alike. '' stands for NULL in provider, model and service tier.
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

-- How a cost is known, and the rule of a price table that it was computed by; '' where there is none.
CREATE TABLE event_prices (
  id INTEGER PRIMARY KEY,
  cost_basis TEXT NOT NULL CHECK (cost_basis IN ('recorded', 'computed', 'free')),
  price_rule TEXT NOT NULL CHECK (length(price_rule) <= 1000),
  UNIQUE (cost_basis, price_rule)
) STRICT;

-- The key names the call over all files and imports: a hash of its text, or the id of an event that was recorded by hand.
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

-- Events of deleted projects. They count in no rollup, because they are no usage events as long as they are here.
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

-- While there is a row here, rows of events above it are being added: see `end_bulk_insert`.
CREATE TABLE bulk_inserts (
  after_id INTEGER NOT NULL
) STRICT;

-- Records that a later import replaced by better ones. They count nothing, and come back when that import is undone.
-- No project, date or cost: these are found anew.
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

CREATE TEMP TABLE deleted_before AS SELECT
  dedupe_key, project_id, event ->> 'event_type' AS event_type, event ->> 'llm_mode' AS llm_mode, source, session_id,
  event ->> 'provider' AS provider, event ->> 'model' AS model, event ->> 'path' AS path,
  coalesce(event ->> 'position', 0) AS position, event ->> 'input_tokens' AS input_tokens,
  event ->> 'cache_read_tokens' AS cache_read_tokens, event ->> 'cache_write_5m_tokens' AS cache_write_5m_tokens,
  event ->> 'cache_write_1h_tokens' AS cache_write_1h_tokens, event ->> 'output_tokens' AS output_tokens,
  event ->> 'reasoning_tokens' AS reasoning_tokens, event ->> 'occurred_at' AS occurred_at, event ->> 'date' AS date,
  coalesce(event ->> 'granularity', 'moment') AS granularity,
  coalesce(event ->> 'is_output_final', 1) AS is_output_final, import_id, event ->> 'created_at' AS created_at,
  event ->> 'updated_at' AS updated_at, coalesce(event ->> 'precedence', 0) AS precedence, event ->> 'hour' AS hour,
  event ->> 'recorded_cost_nano_usd' AS recorded_cost_nano_usd, event ->> 'cost_nano_usd' AS cost_nano_usd,
  coalesce(event ->> 'cost_basis', 'unpriced') AS cost_basis, event ->> 'price_rule' AS price_rule,
  event ->> 'service_tier' AS service_tier, coalesce(event ->> 'count_quality', 'call') AS count_quality
FROM deleted_usage_events_before;

INSERT INTO event_projects (project_id)
  SELECT project_id FROM usage_events_before UNION SELECT project_id FROM deleted_before;
INSERT INTO event_imports (import_id)
  SELECT import_id FROM usage_events_before WHERE import_id IS NOT NULL
  UNION SELECT import_id FROM deleted_before WHERE import_id IS NOT NULL
  UNION SELECT import_id FROM superseded_usage_events_before WHERE import_id IS NOT NULL;
INSERT INTO event_paths (path)
  SELECT path FROM usage_events_before WHERE path IS NOT NULL
  UNION SELECT path FROM deleted_before WHERE path IS NOT NULL
  UNION SELECT path FROM superseded_usage_events_before WHERE path IS NOT NULL;
INSERT INTO event_sessions (source, session_id, family)
  SELECT source, session_id, family_of_key(dedupe_key, source) FROM usage_events_before
    WHERE session_id IS NOT NULL OR source = 'codex-cli'
  UNION SELECT source, session_id, family_of_key(dedupe_key, source) FROM deleted_before
    WHERE session_id IS NOT NULL OR source = 'codex-cli'
  UNION SELECT source, session_id, family_of_key(dedupe_key, source) FROM superseded_usage_events_before
    WHERE session_id IS NOT NULL OR source = 'codex-cli';
INSERT INTO event_kinds (
  source, provider, model, event_type, llm_mode, granularity, is_output_final, count_quality, service_tier
) SELECT
    source, coalesce(provider, ''), coalesce(model, ''), event_type, llm_mode, granularity, is_output_final,
    count_quality, coalesce(service_tier, '')
  FROM usage_events_before
  UNION SELECT
    source, coalesce(provider, ''), coalesce(model, ''), event_type, llm_mode, granularity, is_output_final,
    count_quality, coalesce(service_tier, '')
  FROM deleted_before
  UNION SELECT
    source, coalesce(provider, ''), coalesce(model, ''), event_type, llm_mode, granularity, is_output_final,
    count_quality, coalesce(service_tier, '')
  FROM superseded_usage_events_before;
INSERT INTO event_prices (cost_basis, price_rule)
  SELECT cost_basis, coalesce(price_rule, '') FROM usage_events_before WHERE cost_nano_usd IS NOT NULL
  UNION SELECT cost_basis, coalesce(price_rule, '') FROM deleted_before WHERE cost_nano_usd IS NOT NULL;

INSERT INTO event_rows (
  key, project, day, hour, occurred_at, kind, session, path, import, position, precedence, input_tokens,
  cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,
  recorded_cost_nano_usd, cost_nano_usd, price, created_at, updated_after
) SELECT
  iif(before.source = 'manual', dedupe_key, event_key(dedupe_key, before.source)),
  (SELECT id FROM event_projects WHERE project_id = before.project_id), unixepoch(date) / 86400, hour, occurred_at,
  kind.id,
  iif(session_id IS NULL AND before.source <> 'codex-cli', NULL, (SELECT id FROM event_sessions AS session
    WHERE session.source = before.source AND session.session_id IS before.session_id
      AND session.family IS family_of_key(dedupe_key, before.source))),
  (SELECT id FROM event_paths WHERE path = before.path),
  (SELECT id FROM event_imports WHERE import_id = before.import_id), position, precedence, input_tokens,
  cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,
  recorded_cost_nano_usd, cost_nano_usd,
  (SELECT id FROM event_prices
    WHERE cost_nano_usd IS NOT NULL AND cost_basis = before.cost_basis AND price_rule = coalesce(before.price_rule, '')),
  created_at, updated_at - created_at
FROM usage_events_before AS before
  CROSS JOIN event_kinds AS kind ON
    kind.source = before.source AND kind.provider = coalesce(before.provider, '')
    AND kind.model = coalesce(before.model, '') AND kind.event_type = before.event_type
    AND kind.llm_mode = before.llm_mode AND kind.granularity = before.granularity
    AND kind.is_output_final = before.is_output_final AND kind.count_quality = before.count_quality
    AND kind.service_tier = coalesce(before.service_tier, '');

INSERT INTO deleted_event_rows (
  key, project, day, hour, occurred_at, kind, session, path, import, position, precedence, input_tokens,
  cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,
  recorded_cost_nano_usd, cost_nano_usd, price, created_at, updated_after
) SELECT
  iif(before.source = 'manual', dedupe_key, event_key(dedupe_key, before.source)),
  (SELECT id FROM event_projects WHERE project_id = before.project_id), unixepoch(date) / 86400, hour, occurred_at,
  kind.id,
  iif(session_id IS NULL AND before.source <> 'codex-cli', NULL, (SELECT id FROM event_sessions AS session
    WHERE session.source = before.source AND session.session_id IS before.session_id
      AND session.family IS family_of_key(dedupe_key, before.source))),
  (SELECT id FROM event_paths WHERE path = before.path),
  (SELECT id FROM event_imports WHERE import_id = before.import_id), position, precedence, input_tokens,
  cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,
  recorded_cost_nano_usd, cost_nano_usd,
  (SELECT id FROM event_prices
    WHERE cost_nano_usd IS NOT NULL AND cost_basis = before.cost_basis AND price_rule = coalesce(before.price_rule, '')),
  created_at, updated_at - created_at
FROM deleted_before AS before
  CROSS JOIN event_kinds AS kind ON
    kind.source = before.source AND kind.provider = coalesce(before.provider, '')
    AND kind.model = coalesce(before.model, '') AND kind.event_type = before.event_type
    AND kind.llm_mode = before.llm_mode AND kind.granularity = before.granularity
    AND kind.is_output_final = before.is_output_final AND kind.count_quality = before.count_quality
    AND kind.service_tier = coalesce(before.service_tier, '');

INSERT INTO superseded_event_rows (
  key, import, kind, session, path, position, precedence, input_tokens, cache_read_tokens, cache_write_5m_tokens,
  cache_write_1h_tokens, output_tokens, reasoning_tokens, occurred_at, recorded_cost_nano_usd, created_at
) SELECT
  event_key(dedupe_key, before.source), (SELECT id FROM event_imports WHERE import_id = before.import_id), kind.id,
  iif(session_id IS NULL AND before.source <> 'codex-cli', NULL, (SELECT id FROM event_sessions AS session
    WHERE session.source = before.source AND session.session_id IS before.session_id
      AND session.family IS family_of_key(dedupe_key, before.source))),
  (SELECT id FROM event_paths WHERE path = before.path), position, precedence, input_tokens, cache_read_tokens,
  cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, occurred_at, recorded_cost_nano_usd,
  created_at
FROM superseded_usage_events_before AS before
  CROSS JOIN event_kinds AS kind ON
    kind.source = before.source AND kind.provider = coalesce(before.provider, '')
    AND kind.model = coalesce(before.model, '') AND kind.event_type = before.event_type
    AND kind.llm_mode = before.llm_mode AND kind.granularity = before.granularity
    AND kind.is_output_final = before.is_output_final AND kind.count_quality = before.count_quality
    AND kind.service_tier = coalesce(before.service_tier, '');

-- A choice for an event that is not there, as after an undone import, is one of an imported event.
UPDATE chosen_projects SET dedupe_key =
  lower(hex(event_key(dedupe_key, iif(dedupe_key GLOB 'codex-cli:*', 'codex-cli', ''))))
WHERE dedupe_key NOT IN (SELECT dedupe_key FROM usage_events_before WHERE source = 'manual')
  AND dedupe_key NOT IN (SELECT dedupe_key FROM deleted_before WHERE source = 'manual');
UPDATE reprice_changes SET dedupe_key =
  lower(hex(event_key(dedupe_key, iif(dedupe_key GLOB 'codex-cli:*', 'codex-cli', ''))))
WHERE dedupe_key NOT IN (SELECT dedupe_key FROM usage_events_before WHERE source = 'manual')
  AND dedupe_key NOT IN (SELECT dedupe_key FROM deleted_before WHERE source = 'manual');
DROP TABLE deleted_before;

-- Filled first: an index that is made of what is there is dense.
CREATE UNIQUE INDEX event_rows_by_key ON event_rows (key);
-- Also in the order in which pages of events are read.
CREATE INDEX event_rows_by_project ON event_rows (project, day, occurred_at);
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

-- An event that stays in its rows changes each of them once: repricing does this to every event there is.
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

-- One that moves is added there before it is taken away here.
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

-- Many at a time: rows above `after_id` are in no rollup until the row here is deleted, which adds all of them at once.
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

-- What a user chose for an event follows its key.
CREATE TRIGGER keep_chosen_project AFTER UPDATE OF key ON event_rows WHEN OLD.key <> NEW.key
BEGIN
  UPDATE OR REPLACE chosen_projects SET dedupe_key = iif(typeof(NEW.key) = 'blob', lower(hex(NEW.key)), NEW.key)
    WHERE dedupe_key = iif(typeof(OLD.key) = 'blob', lower(hex(OLD.key)), OLD.key);
END;

-- For whoever changes events one by one. The app itself writes many at a time, straight into the rows.
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
