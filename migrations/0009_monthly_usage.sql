-- Totals of a project in a month: a month's figures are a few hundred rows instead of many thousand, however many events.

CREATE TABLE usage_monthly (
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  project_id TEXT NOT NULL REFERENCES projects (id),
  input_tokens INTEGER NOT NULL CHECK (input_tokens >= 0),
  cache_read_tokens INTEGER NOT NULL CHECK (cache_read_tokens >= 0),
  cache_write_5m_tokens INTEGER NOT NULL CHECK (cache_write_5m_tokens >= 0),
  cache_write_1h_tokens INTEGER NOT NULL CHECK (cache_write_1h_tokens >= 0),
  output_tokens INTEGER NOT NULL CHECK (output_tokens >= 0),
  reasoning_tokens INTEGER NOT NULL CHECK (reasoning_tokens >= 0),
  prompt_tokens INTEGER NOT NULL CHECK (prompt_tokens >= 0),
  completion_tokens INTEGER NOT NULL CHECK (completion_tokens >= 0),
  total_tokens INTEGER NOT NULL CHECK (total_tokens >= 0),
  event_count INTEGER NOT NULL CHECK (event_count > 0),
  output_not_final_count INTEGER NOT NULL CHECK (output_not_final_count BETWEEN 0 AND event_count),
  PRIMARY KEY (month, project_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX usage_monthly_by_project ON usage_monthly (project_id);

INSERT INTO usage_monthly (
  month, project_id, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens,
  output_tokens, reasoning_tokens, prompt_tokens, completion_tokens, total_tokens, event_count,
  output_not_final_count
) SELECT
  substr(date, 1, 7), project_id, sum(input_tokens), sum(cache_read_tokens), sum(cache_write_5m_tokens),
  sum(cache_write_1h_tokens), sum(output_tokens), sum(reasoning_tokens), sum(prompt_tokens),
  sum(completion_tokens), sum(total_tokens), sum(event_count), sum(output_not_final_count)
FROM usage_daily GROUP BY 1, 2;

-- Made of the daily rollup, not of the events: where a day changes, its month follows.
CREATE TRIGGER update_monthly_usage AFTER INSERT ON usage_daily
BEGIN
  INSERT INTO usage_monthly (
    month, project_id, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens,
    output_tokens, reasoning_tokens, prompt_tokens, completion_tokens, total_tokens, event_count,
    output_not_final_count
  ) VALUES (
    substr(NEW.date, 1, 7), NEW.project_id, NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens,
    NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens, NEW.prompt_tokens,
    NEW.completion_tokens, NEW.total_tokens, NEW.event_count, NEW.output_not_final_count
  ) ON CONFLICT (month, project_id) DO UPDATE SET
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

-- Only the triggers of the events change a day, and never its date or its project.
CREATE TRIGGER update_monthly_usage_on_update AFTER UPDATE ON usage_daily
BEGIN
  UPDATE usage_monthly SET
    input_tokens = input_tokens + (NEW.input_tokens - OLD.input_tokens),
    cache_read_tokens = cache_read_tokens + (NEW.cache_read_tokens - OLD.cache_read_tokens),
    cache_write_5m_tokens = cache_write_5m_tokens + (NEW.cache_write_5m_tokens - OLD.cache_write_5m_tokens),
    cache_write_1h_tokens = cache_write_1h_tokens + (NEW.cache_write_1h_tokens - OLD.cache_write_1h_tokens),
    output_tokens = output_tokens + (NEW.output_tokens - OLD.output_tokens),
    reasoning_tokens = reasoning_tokens + (NEW.reasoning_tokens - OLD.reasoning_tokens),
    prompt_tokens = prompt_tokens + (NEW.prompt_tokens - OLD.prompt_tokens),
    completion_tokens = completion_tokens + (NEW.completion_tokens - OLD.completion_tokens),
    total_tokens = total_tokens + (NEW.total_tokens - OLD.total_tokens),
    event_count = event_count + (NEW.event_count - OLD.event_count),
    output_not_final_count = output_not_final_count + (NEW.output_not_final_count - OLD.output_not_final_count)
    WHERE month = substr(NEW.date, 1, 7) AND project_id = NEW.project_id;
END;

CREATE TRIGGER update_monthly_usage_on_delete AFTER DELETE ON usage_daily
BEGIN
  DELETE FROM usage_monthly
    WHERE event_count = OLD.event_count AND month = substr(OLD.date, 1, 7) AND project_id = OLD.project_id;
  UPDATE usage_monthly SET
    input_tokens = input_tokens - OLD.input_tokens,
    cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
    cache_write_5m_tokens = cache_write_5m_tokens - OLD.cache_write_5m_tokens,
    cache_write_1h_tokens = cache_write_1h_tokens - OLD.cache_write_1h_tokens,
    output_tokens = output_tokens - OLD.output_tokens,
    reasoning_tokens = reasoning_tokens - OLD.reasoning_tokens,
    prompt_tokens = prompt_tokens - OLD.prompt_tokens,
    completion_tokens = completion_tokens - OLD.completion_tokens,
    total_tokens = total_tokens - OLD.total_tokens,
    event_count = event_count - OLD.event_count,
    output_not_final_count = output_not_final_count - OLD.output_not_final_count
    WHERE month = substr(OLD.date, 1, 7) AND project_id = OLD.project_id;
END;
