-- Usage events, their rollups, the triggers that keep the rollups, and pins.

ALTER TABLE projects ADD COLUMN is_pinned INTEGER NOT NULL DEFAULT 0
  CHECK (is_pinned IN (0, 1) AND NOT (is_pinned AND is_archived));
ALTER TABLE projects ADD COLUMN pin_order INTEGER NOT NULL DEFAULT 0
  CHECK (pin_order >= 0 AND (pin_order > 0) = is_pinned);

-- Two pins never share a place.
CREATE UNIQUE INDEX projects_by_pin_order ON projects (pin_order) WHERE is_pinned = 1;

-- One run that brought events in. The counts stay as they were, also when it is undone.
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
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  CHECK (status NOT IN ('finished', 'cancelled') OR finished_at IS NOT NULL)
) STRICT;

-- One row is one LLM call (granularity 'moment') or one bucket of a provider's export ('day').
CREATE TABLE usage_events (
  -- Names the call over all files and imports; of an event recorded by hand its id.
  dedupe_key TEXT NOT NULL PRIMARY KEY CHECK (length(dedupe_key) BETWEEN 1 AND 10000),
  project_id TEXT NOT NULL REFERENCES projects (id),
  event_type TEXT NOT NULL CHECK (length(event_type) BETWEEN 1 AND 200),
  llm_mode TEXT NOT NULL CHECK (llm_mode IN ('local', 'cloud')),
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  session_id TEXT CHECK (length(session_id) BETWEEN 1 AND 10000),
  provider TEXT CHECK (length(provider) BETWEEN 1 AND 10000),
  model TEXT CHECK (length(model) BETWEEN 1 AND 10000),
  -- Working directory or foreign name that led to the project.
  path TEXT CHECK (length(path) BETWEEN 1 AND 10000),
  -- Line or record number in its file, from 1.
  position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0),
  input_tokens INTEGER NOT NULL CHECK (input_tokens BETWEEN 0 AND 1000000000000),
  cache_read_tokens INTEGER NOT NULL CHECK (cache_read_tokens BETWEEN 0 AND 1000000000000),
  cache_write_5m_tokens INTEGER NOT NULL CHECK (cache_write_5m_tokens BETWEEN 0 AND 1000000000000),
  cache_write_1h_tokens INTEGER NOT NULL CHECK (cache_write_1h_tokens BETWEEN 0 AND 1000000000000),
  output_tokens INTEGER NOT NULL CHECK (output_tokens BETWEEN 0 AND 1000000000000),
  -- The part of the output that was reasoning: never added to a sum.
  reasoning_tokens INTEGER NOT NULL CHECK (reasoning_tokens BETWEEN 0 AND output_tokens),
  prompt_tokens INTEGER NOT NULL
    CHECK (prompt_tokens = input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens),
  completion_tokens INTEGER NOT NULL CHECK (completion_tokens = output_tokens),
  total_tokens INTEGER NOT NULL CHECK (total_tokens = prompt_tokens + completion_tokens),
  -- UTC milliseconds, from 2020 to 2099: what lies outside is a broken record.
  occurred_at INTEGER NOT NULL CHECK (occurred_at BETWEEN 1577836800000 AND 4102444799999),
  -- Civil, in the reporting time zone; of a bucket as its export printed it.
  date TEXT NOT NULL CHECK (date IS date(date)),
  granularity TEXT NOT NULL DEFAULT 'moment' CHECK (granularity IN ('moment', 'day')),
  -- 0 where the log holds a placeholder instead of the final output count.
  is_output_final INTEGER NOT NULL DEFAULT 1 CHECK (is_output_final IN (0, 1)),
  import_id TEXT REFERENCES imports (id),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  CHECK ((source = 'manual') = (import_id IS NULL))
) STRICT;

CREATE INDEX usage_events_by_project ON usage_events (project_id, date);
CREATE INDEX usage_events_by_session ON usage_events (session_id) WHERE session_id IS NOT NULL;

-- Totals of a project on a day. Read by date over all projects, and by project over dates.
CREATE TABLE usage_daily (
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  project_id TEXT NOT NULL REFERENCES projects (id),
  input_tokens INTEGER NOT NULL CHECK (input_tokens >= 0),
  cache_read_tokens INTEGER NOT NULL CHECK (cache_read_tokens >= 0),
  cache_write_5m_tokens INTEGER NOT NULL CHECK (cache_write_5m_tokens >= 0),
  cache_write_1h_tokens INTEGER NOT NULL CHECK (cache_write_1h_tokens >= 0),
  output_tokens INTEGER NOT NULL CHECK (output_tokens >= 0),
  reasoning_tokens INTEGER NOT NULL CHECK (reasoning_tokens >= 0),
  prompt_tokens INTEGER NOT NULL
    CHECK (prompt_tokens = input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens),
  completion_tokens INTEGER NOT NULL CHECK (completion_tokens = output_tokens),
  total_tokens INTEGER NOT NULL CHECK (total_tokens = prompt_tokens + completion_tokens),
  event_count INTEGER NOT NULL CHECK (event_count > 0),
  output_not_final_count INTEGER NOT NULL CHECK (output_not_final_count BETWEEN 0 AND event_count),
  CHECK (reasoning_tokens <= output_tokens),
  PRIMARY KEY (date, project_id),
  UNIQUE (project_id, date)
) STRICT, WITHOUT ROWID;

-- The same totals, cut by all that a month can be broken down by. '' stands for NULL, which no key can hold.
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
  prompt_tokens INTEGER NOT NULL
    CHECK (prompt_tokens = input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens),
  completion_tokens INTEGER NOT NULL CHECK (completion_tokens = output_tokens),
  total_tokens INTEGER NOT NULL CHECK (total_tokens = prompt_tokens + completion_tokens),
  event_count INTEGER NOT NULL CHECK (event_count > 0),
  output_not_final_count INTEGER NOT NULL CHECK (output_not_final_count BETWEEN 0 AND event_count),
  CHECK (reasoning_tokens <= output_tokens),
  PRIMARY KEY (date, project_id, source, provider, model, event_type, llm_mode, path)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER update_daily_usage AFTER INSERT ON usage_events
BEGIN
  INSERT INTO usage_daily (
    date, project_id, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens,
    output_tokens, reasoning_tokens, prompt_tokens, completion_tokens, total_tokens, event_count,
    output_not_final_count
  ) VALUES (
    NEW.date, NEW.project_id, NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens,
    NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens, NEW.prompt_tokens,
    NEW.completion_tokens, NEW.total_tokens, 1, 1 - NEW.is_output_final
  ) ON CONFLICT (date, project_id) DO UPDATE SET
    input_tokens = input_tokens + excluded.input_tokens,
    cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens + excluded.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens + excluded.cache_write_1h_tokens,
    output_tokens = output_tokens + excluded.output_tokens,
    reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens,
    prompt_tokens = prompt_tokens + excluded.prompt_tokens,
    completion_tokens = completion_tokens + excluded.completion_tokens,
    total_tokens = total_tokens + excluded.total_tokens,
    event_count = event_count + excluded.event_count,
    output_not_final_count = output_not_final_count + excluded.output_not_final_count;
  INSERT INTO usage_daily_breakdown (
    date, project_id, source, provider, model, event_type, llm_mode, path, input_tokens, cache_read_tokens,
    cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, prompt_tokens,
    completion_tokens, total_tokens, event_count, output_not_final_count
  ) VALUES (
    NEW.date, NEW.project_id, NEW.source, coalesce(NEW.provider, ''), coalesce(NEW.model, ''),
    NEW.event_type, NEW.llm_mode, coalesce(NEW.path, ''), NEW.input_tokens, NEW.cache_read_tokens,
    NEW.cache_write_5m_tokens, NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens,
    NEW.prompt_tokens, NEW.completion_tokens, NEW.total_tokens, 1, 1 - NEW.is_output_final
  ) ON CONFLICT (date, project_id, source, provider, model, event_type, llm_mode, path) DO UPDATE SET
    input_tokens = input_tokens + excluded.input_tokens,
    cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens + excluded.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens + excluded.cache_write_1h_tokens,
    output_tokens = output_tokens + excluded.output_tokens,
    reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens,
    prompt_tokens = prompt_tokens + excluded.prompt_tokens,
    completion_tokens = completion_tokens + excluded.completion_tokens,
    total_tokens = total_tokens + excluded.total_tokens,
    event_count = event_count + excluded.event_count,
    output_not_final_count = output_not_final_count + excluded.output_not_final_count;
END;

-- Adds the new before it takes away the old, so that no row passes through zero.
CREATE TRIGGER update_daily_usage_on_update AFTER UPDATE OF
  date, project_id, source, provider, model, event_type, llm_mode, path, input_tokens, cache_read_tokens,
  cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, prompt_tokens,
  completion_tokens, total_tokens, is_output_final
ON usage_events
WHEN (
  OLD.date, OLD.project_id, OLD.source, OLD.provider, OLD.model, OLD.event_type, OLD.llm_mode, OLD.path,
  OLD.input_tokens, OLD.cache_read_tokens, OLD.cache_write_5m_tokens, OLD.cache_write_1h_tokens,
  OLD.output_tokens, OLD.reasoning_tokens, OLD.prompt_tokens, OLD.completion_tokens, OLD.total_tokens,
  OLD.is_output_final
) IS NOT (
  NEW.date, NEW.project_id, NEW.source, NEW.provider, NEW.model, NEW.event_type, NEW.llm_mode, NEW.path,
  NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens, NEW.cache_write_1h_tokens,
  NEW.output_tokens, NEW.reasoning_tokens, NEW.prompt_tokens, NEW.completion_tokens, NEW.total_tokens,
  NEW.is_output_final
)
BEGIN
  INSERT INTO usage_daily (
    date, project_id, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens,
    output_tokens, reasoning_tokens, prompt_tokens, completion_tokens, total_tokens, event_count,
    output_not_final_count
  ) VALUES (
    NEW.date, NEW.project_id, NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens,
    NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens, NEW.prompt_tokens,
    NEW.completion_tokens, NEW.total_tokens, 1, 1 - NEW.is_output_final
  ) ON CONFLICT (date, project_id) DO UPDATE SET
    input_tokens = input_tokens + excluded.input_tokens,
    cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens + excluded.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens + excluded.cache_write_1h_tokens,
    output_tokens = output_tokens + excluded.output_tokens,
    reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens,
    prompt_tokens = prompt_tokens + excluded.prompt_tokens,
    completion_tokens = completion_tokens + excluded.completion_tokens,
    total_tokens = total_tokens + excluded.total_tokens,
    event_count = event_count + excluded.event_count,
    output_not_final_count = output_not_final_count + excluded.output_not_final_count;
  DELETE FROM usage_daily
    WHERE event_count = 1 AND date = OLD.date AND project_id = OLD.project_id;
  UPDATE usage_daily SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    prompt_tokens = prompt_tokens - OLD.prompt_tokens,
    completion_tokens = completion_tokens - OLD.completion_tokens,
    total_tokens = total_tokens - OLD.total_tokens,
    event_count = event_count - 1,
    output_not_final_count = output_not_final_count - (1 - OLD.is_output_final)
    WHERE date = OLD.date AND project_id = OLD.project_id;
  INSERT INTO usage_daily_breakdown (
    date, project_id, source, provider, model, event_type, llm_mode, path, input_tokens, cache_read_tokens,
    cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, prompt_tokens,
    completion_tokens, total_tokens, event_count, output_not_final_count
  ) VALUES (
    NEW.date, NEW.project_id, NEW.source, coalesce(NEW.provider, ''), coalesce(NEW.model, ''),
    NEW.event_type, NEW.llm_mode, coalesce(NEW.path, ''), NEW.input_tokens, NEW.cache_read_tokens,
    NEW.cache_write_5m_tokens, NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens,
    NEW.prompt_tokens, NEW.completion_tokens, NEW.total_tokens, 1, 1 - NEW.is_output_final
  ) ON CONFLICT (date, project_id, source, provider, model, event_type, llm_mode, path) DO UPDATE SET
    input_tokens = input_tokens + excluded.input_tokens,
    cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens + excluded.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens + excluded.cache_write_1h_tokens,
    output_tokens = output_tokens + excluded.output_tokens,
    reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens,
    prompt_tokens = prompt_tokens + excluded.prompt_tokens,
    completion_tokens = completion_tokens + excluded.completion_tokens,
    total_tokens = total_tokens + excluded.total_tokens,
    event_count = event_count + excluded.event_count,
    output_not_final_count = output_not_final_count + excluded.output_not_final_count;
  DELETE FROM usage_daily_breakdown
    WHERE event_count = 1 AND date = OLD.date AND project_id = OLD.project_id AND source = OLD.source AND provider = coalesce(OLD.provider, '') AND model = coalesce(OLD.model, '')
    AND event_type = OLD.event_type AND llm_mode = OLD.llm_mode AND path = coalesce(OLD.path, '');
  UPDATE usage_daily_breakdown SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    prompt_tokens = prompt_tokens - OLD.prompt_tokens,
    completion_tokens = completion_tokens - OLD.completion_tokens,
    total_tokens = total_tokens - OLD.total_tokens,
    event_count = event_count - 1,
    output_not_final_count = output_not_final_count - (1 - OLD.is_output_final)
    WHERE date = OLD.date AND project_id = OLD.project_id AND source = OLD.source AND provider = coalesce(OLD.provider, '') AND model = coalesce(OLD.model, '')
    AND event_type = OLD.event_type AND llm_mode = OLD.llm_mode AND path = coalesce(OLD.path, '');
END;

CREATE TRIGGER update_daily_usage_on_delete AFTER DELETE ON usage_events
BEGIN
  DELETE FROM usage_daily
    WHERE event_count = 1 AND date = OLD.date AND project_id = OLD.project_id;
  UPDATE usage_daily SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    prompt_tokens = prompt_tokens - OLD.prompt_tokens,
    completion_tokens = completion_tokens - OLD.completion_tokens,
    total_tokens = total_tokens - OLD.total_tokens,
    event_count = event_count - 1,
    output_not_final_count = output_not_final_count - (1 - OLD.is_output_final)
    WHERE date = OLD.date AND project_id = OLD.project_id;
  DELETE FROM usage_daily_breakdown
    WHERE event_count = 1 AND date = OLD.date AND project_id = OLD.project_id AND source = OLD.source AND provider = coalesce(OLD.provider, '') AND model = coalesce(OLD.model, '')
    AND event_type = OLD.event_type AND llm_mode = OLD.llm_mode AND path = coalesce(OLD.path, '');
  UPDATE usage_daily_breakdown SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    prompt_tokens = prompt_tokens - OLD.prompt_tokens,
    completion_tokens = completion_tokens - OLD.completion_tokens,
    total_tokens = total_tokens - OLD.total_tokens,
    event_count = event_count - 1,
    output_not_final_count = output_not_final_count - (1 - OLD.is_output_final)
    WHERE date = OLD.date AND project_id = OLD.project_id AND source = OLD.source AND provider = coalesce(OLD.provider, '') AND model = coalesce(OLD.model, '')
    AND event_type = OLD.event_type AND llm_mode = OLD.llm_mode AND path = coalesce(OLD.path, '');
END;
