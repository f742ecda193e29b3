-- What an event cost and how exact its counts are, in the events and in every rollup that knows tokens.

DROP TRIGGER update_daily_usage;
DROP TRIGGER update_daily_usage_on_update;
DROP TRIGGER update_daily_usage_on_delete;
DROP TRIGGER update_hourly_usage;
DROP TRIGGER update_hourly_usage_on_update;
DROP TRIGGER update_hourly_usage_on_delete;
DROP TRIGGER update_monthly_usage;
DROP TRIGGER update_monthly_usage_on_update;
DROP TRIGGER update_monthly_usage_on_delete;
DROP TRIGGER update_monthly_breakdown;
DROP TRIGGER update_monthly_breakdown_on_update;
DROP TRIGGER update_monthly_breakdown_on_delete;

-- What the source itself recorded. Nano-dollars; at most a million dollars an event, so that sums stay whole numbers.
ALTER TABLE usage_events ADD COLUMN recorded_cost_nano_usd INTEGER
  CHECK (recorded_cost_nano_usd BETWEEN 0 AND 1000000000000000);
-- What counts. NULL where no price is known: that is never 0.
ALTER TABLE usage_events ADD COLUMN cost_nano_usd INTEGER CHECK (cost_nano_usd BETWEEN 0 AND 1000000000000000);
ALTER TABLE usage_events ADD COLUMN cost_basis TEXT NOT NULL DEFAULT 'unpriced'
  CHECK (cost_basis IN ('recorded', 'computed', 'free', 'unpriced') AND (cost_basis = 'unpriced') = (cost_nano_usd IS NULL));
-- The price table and the rule in it that a cost was computed by.
ALTER TABLE usage_events ADD COLUMN price_rule TEXT CHECK (length(price_rule) BETWEEN 1 AND 1000);
-- The price class in the provider's own word; NULL is the standard one.
ALTER TABLE usage_events ADD COLUMN service_tier TEXT CHECK (length(service_tier) BETWEEN 1 AND 10000);
ALTER TABLE usage_events ADD COLUMN count_quality TEXT NOT NULL DEFAULT 'call'
  CHECK (count_quality IN ('call', 'session-total', 'rounded', 'total-only', 'cost-only'));

-- The cost that counts is found anew when such a record comes back, as its project and date are.
ALTER TABLE superseded_usage_events ADD COLUMN recorded_cost_nano_usd INTEGER;
ALTER TABLE superseded_usage_events ADD COLUMN service_tier TEXT;
ALTER TABLE superseded_usage_events ADD COLUMN count_quality TEXT NOT NULL DEFAULT 'call';

-- Local models are free. Everything else stays unpriced until it is priced.
UPDATE usage_events SET cost_nano_usd = 0, cost_basis = 'free' WHERE llm_mode = 'local';
UPDATE deleted_usage_events SET event = json_set(event, '$.cost_nano_usd', 0, '$.cost_basis', 'free')
  WHERE event ->> 'llm_mode' = 'local';

ALTER TABLE usage_daily RENAME TO usage_daily_before;
ALTER TABLE usage_daily_breakdown RENAME TO usage_daily_breakdown_before;
ALTER TABLE usage_hourly RENAME TO usage_hourly_before;
DROP TABLE usage_monthly;
DROP TABLE usage_monthly_breakdown;

-- Totals of a project on a day. Of costs the known ones; `unpriced_tokens` says how many tokens have none, `inexact_count` how
-- many events do not count a single call exactly.
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

-- The same totals, cut by all that a range can be broken down by. '' stands for NULL, which no key can hold.
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

-- The same totals of a month.
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

-- No cost is known yet, and only local models are free: the cut by LLM mode says what is unpriced.
INSERT INTO usage_daily_breakdown (
  date, project_id, source, provider, model, event_type, llm_mode, path, input_tokens, cache_read_tokens,
  cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, event_count, output_not_final_count,
  cost_nano_usd, unpriced_tokens, inexact_count
) SELECT
  date, project_id, source, provider, model, event_type, llm_mode, path, input_tokens, cache_read_tokens,
  cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, event_count, output_not_final_count,
  0, iif(llm_mode = 'local', 0, total_tokens), 0
FROM usage_daily_breakdown_before;

INSERT INTO usage_daily (
  date, project_id, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens,
  reasoning_tokens, event_count, output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
) SELECT
  date, project_id, sum(input_tokens), sum(cache_read_tokens), sum(cache_write_5m_tokens),
  sum(cache_write_1h_tokens), sum(output_tokens), sum(reasoning_tokens), sum(event_count),
  sum(output_not_final_count), sum(cost_nano_usd), sum(unpriced_tokens), sum(inexact_count)
FROM usage_daily_breakdown GROUP BY 1, 2;

INSERT INTO usage_monthly (
  month, project_id, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens,
  reasoning_tokens, event_count, output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
) SELECT
  substr(date, 1, 7), project_id, sum(input_tokens), sum(cache_read_tokens), sum(cache_write_5m_tokens),
  sum(cache_write_1h_tokens), sum(output_tokens), sum(reasoning_tokens), sum(event_count),
  sum(output_not_final_count), sum(cost_nano_usd), sum(unpriced_tokens), sum(inexact_count)
FROM usage_daily GROUP BY 1, 2;

INSERT INTO usage_monthly_breakdown (
  month, project_id, source, provider, model, event_type, llm_mode, path, input_tokens, cache_read_tokens,
  cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, event_count, output_not_final_count,
  cost_nano_usd, unpriced_tokens, inexact_count
) SELECT
  substr(date, 1, 7), project_id, source, provider, model, event_type, llm_mode, path, sum(input_tokens),
  sum(cache_read_tokens), sum(cache_write_5m_tokens), sum(cache_write_1h_tokens), sum(output_tokens),
  sum(reasoning_tokens), sum(event_count), sum(output_not_final_count), sum(cost_nano_usd), sum(unpriced_tokens),
  sum(inexact_count)
FROM usage_daily_breakdown GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;

-- The hours know no LLM mode: they are summed from the events.
INSERT INTO usage_hourly (
  date, hour, project_id, source, model, event_type, total_tokens, event_count, cost_nano_usd, unpriced_tokens
) SELECT
  date, hour, project_id, source, coalesce(model, ''), event_type, sum(total_tokens), count(*),
  coalesce(sum(cost_nano_usd), 0), sum(iif(cost_nano_usd IS NULL, total_tokens, 0))
FROM usage_events WHERE hour IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6;

DROP TABLE usage_daily_before;
DROP TABLE usage_daily_breakdown_before;
DROP TABLE usage_hourly_before;

CREATE TRIGGER update_daily_usage AFTER INSERT ON usage_events
BEGIN
  INSERT INTO usage_daily (
    date, project_id, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens,
    reasoning_tokens, event_count, output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
  ) VALUES (
    NEW.date, NEW.project_id, NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens,
    NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens, 1, 1 - NEW.is_output_final,
    coalesce(NEW.cost_nano_usd, 0), iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0), NEW.count_quality <> 'call'
  ) ON CONFLICT (date, project_id) DO UPDATE SET
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
  ) VALUES (
    NEW.date, NEW.project_id, NEW.source, coalesce(NEW.provider, ''), coalesce(NEW.model, ''), NEW.event_type,
    NEW.llm_mode, coalesce(NEW.path, ''), NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens,
    NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens, 1, 1 - NEW.is_output_final,
    coalesce(NEW.cost_nano_usd, 0), iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0), NEW.count_quality <> 'call'
  ) ON CONFLICT (date, project_id, source, provider, model, event_type, llm_mode, path) DO UPDATE SET
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
  prompt_tokens, completion_tokens, total_tokens, is_output_final, cost_nano_usd, count_quality
ON usage_events
WHEN (
  OLD.date, OLD.project_id, OLD.source, OLD.provider, OLD.model, OLD.event_type, OLD.llm_mode, OLD.path
) IS (
  NEW.date, NEW.project_id, NEW.source, NEW.provider, NEW.model, NEW.event_type, NEW.llm_mode, NEW.path
) AND (
  OLD.input_tokens, OLD.cache_read_tokens, OLD.cache_write_5m_tokens, OLD.cache_write_1h_tokens, OLD.output_tokens,
  OLD.reasoning_tokens, OLD.prompt_tokens, OLD.completion_tokens, OLD.total_tokens, OLD.is_output_final,
  OLD.cost_nano_usd, OLD.count_quality
) IS NOT (
  NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens, NEW.cache_write_1h_tokens, NEW.output_tokens,
  NEW.reasoning_tokens, NEW.prompt_tokens, NEW.completion_tokens, NEW.total_tokens, NEW.is_output_final,
  NEW.cost_nano_usd, NEW.count_quality
)
BEGIN
  UPDATE usage_daily SET
    input_tokens = input_tokens + (NEW.input_tokens - OLD.input_tokens),
    cache_read_tokens = cache_read_tokens + (NEW.cache_read_tokens - OLD.cache_read_tokens),
    cache_write_5m_tokens = cache_write_5m_tokens + (NEW.cache_write_5m_tokens - OLD.cache_write_5m_tokens),
    cache_write_1h_tokens = cache_write_1h_tokens + (NEW.cache_write_1h_tokens - OLD.cache_write_1h_tokens),
    output_tokens = output_tokens + (NEW.output_tokens - OLD.output_tokens),
    reasoning_tokens = reasoning_tokens + (NEW.reasoning_tokens - OLD.reasoning_tokens),
    output_not_final_count = output_not_final_count + ((1 - NEW.is_output_final) - (1 - OLD.is_output_final)),
    cost_nano_usd = cost_nano_usd + (coalesce(NEW.cost_nano_usd, 0) - coalesce(OLD.cost_nano_usd, 0)),
    unpriced_tokens = unpriced_tokens + (iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0) - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0)),
    inexact_count = inexact_count + ((NEW.count_quality <> 'call') - (OLD.count_quality <> 'call'))
    WHERE date = NEW.date AND project_id = NEW.project_id;
  UPDATE usage_daily_breakdown SET
    input_tokens = input_tokens + (NEW.input_tokens - OLD.input_tokens),
    cache_read_tokens = cache_read_tokens + (NEW.cache_read_tokens - OLD.cache_read_tokens),
    cache_write_5m_tokens = cache_write_5m_tokens + (NEW.cache_write_5m_tokens - OLD.cache_write_5m_tokens),
    cache_write_1h_tokens = cache_write_1h_tokens + (NEW.cache_write_1h_tokens - OLD.cache_write_1h_tokens),
    output_tokens = output_tokens + (NEW.output_tokens - OLD.output_tokens),
    reasoning_tokens = reasoning_tokens + (NEW.reasoning_tokens - OLD.reasoning_tokens),
    output_not_final_count = output_not_final_count + ((1 - NEW.is_output_final) - (1 - OLD.is_output_final)),
    cost_nano_usd = cost_nano_usd + (coalesce(NEW.cost_nano_usd, 0) - coalesce(OLD.cost_nano_usd, 0)),
    unpriced_tokens = unpriced_tokens + (iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0) - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0)),
    inexact_count = inexact_count + ((NEW.count_quality <> 'call') - (OLD.count_quality <> 'call'))
    WHERE date = NEW.date AND project_id = NEW.project_id AND source = NEW.source
    AND provider = coalesce(NEW.provider, '') AND model = coalesce(NEW.model, '') AND event_type = NEW.event_type
    AND llm_mode = NEW.llm_mode AND path = coalesce(NEW.path, '');
END;

-- One that moves is added there before it is taken away here.
CREATE TRIGGER update_daily_usage_on_move AFTER UPDATE OF
  date, project_id, source, provider, model, event_type, llm_mode, path
ON usage_events
WHEN (
  OLD.date, OLD.project_id, OLD.source, OLD.provider, OLD.model, OLD.event_type, OLD.llm_mode, OLD.path
) IS NOT (
  NEW.date, NEW.project_id, NEW.source, NEW.provider, NEW.model, NEW.event_type, NEW.llm_mode, NEW.path
)
BEGIN
  INSERT INTO usage_daily (
    date, project_id, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens,
    reasoning_tokens, event_count, output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
  ) VALUES (
    NEW.date, NEW.project_id, NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens,
    NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens, 1, 1 - NEW.is_output_final,
    coalesce(NEW.cost_nano_usd, 0), iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0), NEW.count_quality <> 'call'
  ) ON CONFLICT (date, project_id) DO UPDATE SET
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
  DELETE FROM usage_daily
    WHERE date = OLD.date AND project_id = OLD.project_id
    AND event_count = 1;
  UPDATE usage_daily SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    event_count = event_count - 1,
    output_not_final_count = output_not_final_count - (1 - OLD.is_output_final),
    cost_nano_usd = cost_nano_usd - coalesce(OLD.cost_nano_usd, 0),
    unpriced_tokens = unpriced_tokens - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0),
    inexact_count = inexact_count - (OLD.count_quality <> 'call')
    WHERE date = OLD.date AND project_id = OLD.project_id;
  INSERT INTO usage_daily_breakdown (
    date, project_id, source, provider, model, event_type, llm_mode, path, input_tokens, cache_read_tokens,
    cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, event_count,
    output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
  ) VALUES (
    NEW.date, NEW.project_id, NEW.source, coalesce(NEW.provider, ''), coalesce(NEW.model, ''), NEW.event_type,
    NEW.llm_mode, coalesce(NEW.path, ''), NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens,
    NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens, 1, 1 - NEW.is_output_final,
    coalesce(NEW.cost_nano_usd, 0), iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0), NEW.count_quality <> 'call'
  ) ON CONFLICT (date, project_id, source, provider, model, event_type, llm_mode, path) DO UPDATE SET
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
  DELETE FROM usage_daily_breakdown
    WHERE date = OLD.date AND project_id = OLD.project_id AND source = OLD.source
    AND provider = coalesce(OLD.provider, '') AND model = coalesce(OLD.model, '') AND event_type = OLD.event_type
    AND llm_mode = OLD.llm_mode AND path = coalesce(OLD.path, '')
    AND event_count = 1;
  UPDATE usage_daily_breakdown SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    event_count = event_count - 1,
    output_not_final_count = output_not_final_count - (1 - OLD.is_output_final),
    cost_nano_usd = cost_nano_usd - coalesce(OLD.cost_nano_usd, 0),
    unpriced_tokens = unpriced_tokens - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0),
    inexact_count = inexact_count - (OLD.count_quality <> 'call')
    WHERE date = OLD.date AND project_id = OLD.project_id AND source = OLD.source
    AND provider = coalesce(OLD.provider, '') AND model = coalesce(OLD.model, '') AND event_type = OLD.event_type
    AND llm_mode = OLD.llm_mode AND path = coalesce(OLD.path, '');
END;

CREATE TRIGGER update_daily_usage_on_delete AFTER DELETE ON usage_events
BEGIN
  DELETE FROM usage_daily
    WHERE date = OLD.date AND project_id = OLD.project_id
    AND event_count = 1;
  UPDATE usage_daily SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    event_count = event_count - 1,
    output_not_final_count = output_not_final_count - (1 - OLD.is_output_final),
    cost_nano_usd = cost_nano_usd - coalesce(OLD.cost_nano_usd, 0),
    unpriced_tokens = unpriced_tokens - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0),
    inexact_count = inexact_count - (OLD.count_quality <> 'call')
    WHERE date = OLD.date AND project_id = OLD.project_id;
  DELETE FROM usage_daily_breakdown
    WHERE date = OLD.date AND project_id = OLD.project_id AND source = OLD.source
    AND provider = coalesce(OLD.provider, '') AND model = coalesce(OLD.model, '') AND event_type = OLD.event_type
    AND llm_mode = OLD.llm_mode AND path = coalesce(OLD.path, '')
    AND event_count = 1;
  UPDATE usage_daily_breakdown SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    event_count = event_count - 1,
    output_not_final_count = output_not_final_count - (1 - OLD.is_output_final),
    cost_nano_usd = cost_nano_usd - coalesce(OLD.cost_nano_usd, 0),
    unpriced_tokens = unpriced_tokens - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0),
    inexact_count = inexact_count - (OLD.count_quality <> 'call')
    WHERE date = OLD.date AND project_id = OLD.project_id AND source = OLD.source
    AND provider = coalesce(OLD.provider, '') AND model = coalesce(OLD.model, '') AND event_type = OLD.event_type
    AND llm_mode = OLD.llm_mode AND path = coalesce(OLD.path, '');
END;

CREATE TRIGGER update_hourly_usage AFTER INSERT ON usage_events WHEN NEW.hour IS NOT NULL
BEGIN
  INSERT INTO usage_hourly (
    date, hour, project_id, source, model, event_type, total_tokens, event_count, cost_nano_usd, unpriced_tokens
  ) VALUES (
    NEW.date, NEW.hour, NEW.project_id, NEW.source, coalesce(NEW.model, ''), NEW.event_type, NEW.total_tokens, 1,
    coalesce(NEW.cost_nano_usd, 0), iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0)
  ) ON CONFLICT (date, hour, project_id, source, model, event_type) DO UPDATE SET
    total_tokens = total_tokens + excluded.total_tokens,
    event_count = event_count + excluded.event_count,
    cost_nano_usd = cost_nano_usd + excluded.cost_nano_usd,
    unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens;
END;

CREATE TRIGGER update_hourly_usage_on_update AFTER UPDATE OF
  total_tokens, cost_nano_usd
ON usage_events
WHEN NEW.hour IS NOT NULL AND (
  OLD.date, OLD.hour, OLD.project_id, OLD.source, OLD.model, OLD.event_type
) IS (
  NEW.date, NEW.hour, NEW.project_id, NEW.source, NEW.model, NEW.event_type
)
  AND (OLD.total_tokens, OLD.cost_nano_usd) IS NOT (NEW.total_tokens, NEW.cost_nano_usd)
BEGIN
  UPDATE usage_hourly SET
    total_tokens = total_tokens + (NEW.total_tokens - OLD.total_tokens),
    cost_nano_usd = cost_nano_usd + (coalesce(NEW.cost_nano_usd, 0) - coalesce(OLD.cost_nano_usd, 0)),
    unpriced_tokens = unpriced_tokens + (iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0) - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0))
    WHERE date = NEW.date AND hour = NEW.hour AND project_id = NEW.project_id AND source = NEW.source
    AND model = coalesce(NEW.model, '') AND event_type = NEW.event_type;
END;

-- The row of no hour does not exist: `hour = NULL` finds nothing.
CREATE TRIGGER update_hourly_usage_on_move AFTER UPDATE OF
  date, hour, project_id, source, model, event_type
ON usage_events
WHEN (
  OLD.date, OLD.hour, OLD.project_id, OLD.source, OLD.model, OLD.event_type
) IS NOT (
  NEW.date, NEW.hour, NEW.project_id, NEW.source, NEW.model, NEW.event_type
)
BEGIN
  INSERT INTO usage_hourly (
    date, hour, project_id, source, model, event_type, total_tokens, event_count, cost_nano_usd, unpriced_tokens
  ) SELECT
    NEW.date, NEW.hour, NEW.project_id, NEW.source, coalesce(NEW.model, ''), NEW.event_type, NEW.total_tokens, 1,
    coalesce(NEW.cost_nano_usd, 0), iif(NEW.cost_nano_usd IS NULL, NEW.total_tokens, 0)
    WHERE NEW.hour IS NOT NULL
  ON CONFLICT (date, hour, project_id, source, model, event_type) DO UPDATE SET
    total_tokens = total_tokens + excluded.total_tokens,
    event_count = event_count + excluded.event_count,
    cost_nano_usd = cost_nano_usd + excluded.cost_nano_usd,
    unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens;
  DELETE FROM usage_hourly
    WHERE date = OLD.date AND hour = OLD.hour AND project_id = OLD.project_id AND source = OLD.source
    AND model = coalesce(OLD.model, '') AND event_type = OLD.event_type
    AND event_count = 1;
  UPDATE usage_hourly SET
    total_tokens = total_tokens - OLD.total_tokens,
    event_count = event_count - 1,
    cost_nano_usd = cost_nano_usd - coalesce(OLD.cost_nano_usd, 0),
    unpriced_tokens = unpriced_tokens - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0)
    WHERE date = OLD.date AND hour = OLD.hour AND project_id = OLD.project_id AND source = OLD.source
    AND model = coalesce(OLD.model, '') AND event_type = OLD.event_type;
END;

CREATE TRIGGER update_hourly_usage_on_delete AFTER DELETE ON usage_events WHEN OLD.hour IS NOT NULL
BEGIN
  DELETE FROM usage_hourly
    WHERE date = OLD.date AND hour = OLD.hour AND project_id = OLD.project_id AND source = OLD.source
    AND model = coalesce(OLD.model, '') AND event_type = OLD.event_type
    AND event_count = 1;
  UPDATE usage_hourly SET
    total_tokens = total_tokens - OLD.total_tokens,
    event_count = event_count - 1,
    cost_nano_usd = cost_nano_usd - coalesce(OLD.cost_nano_usd, 0),
    unpriced_tokens = unpriced_tokens - iif(OLD.cost_nano_usd IS NULL, OLD.total_tokens, 0)
    WHERE date = OLD.date AND hour = OLD.hour AND project_id = OLD.project_id AND source = OLD.source
    AND model = coalesce(OLD.model, '') AND event_type = OLD.event_type;
END;

-- Months are made of days, not of events: where a day changes, its month follows. Only the triggers above change a day's row,
-- and never one of its keys.
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
