-- The same in months as `usage_daily_breakdown` is in days: a year by model, with the choices of every filter beside it, is a
-- few thousand rows instead of hundreds of thousands. '' stands for NULL, as there.

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
  prompt_tokens INTEGER NOT NULL CHECK (prompt_tokens >= 0),
  completion_tokens INTEGER NOT NULL CHECK (completion_tokens >= 0),
  total_tokens INTEGER NOT NULL CHECK (total_tokens >= 0),
  event_count INTEGER NOT NULL CHECK (event_count > 0),
  output_not_final_count INTEGER NOT NULL CHECK (output_not_final_count BETWEEN 0 AND event_count),
  PRIMARY KEY (month, project_id, source, provider, model, event_type, llm_mode, path)
) STRICT, WITHOUT ROWID;

INSERT INTO usage_monthly_breakdown (
  month, project_id, source, provider, model, event_type, llm_mode, path, input_tokens, cache_read_tokens,
  cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, prompt_tokens,
  completion_tokens, total_tokens, event_count, output_not_final_count
) SELECT
  substr(date, 1, 7), project_id, source, provider, model, event_type, llm_mode, path, sum(input_tokens),
  sum(cache_read_tokens), sum(cache_write_5m_tokens), sum(cache_write_1h_tokens), sum(output_tokens),
  sum(reasoning_tokens), sum(prompt_tokens), sum(completion_tokens), sum(total_tokens), sum(event_count),
  sum(output_not_final_count)
FROM usage_daily_breakdown GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;

-- Made of the daily one, not of the events: where a day changes, its month follows.
CREATE TRIGGER update_monthly_breakdown AFTER INSERT ON usage_daily_breakdown
BEGIN
  INSERT INTO usage_monthly_breakdown (
    month, project_id, source, provider, model, event_type, llm_mode, path, input_tokens,
    cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,
    prompt_tokens, completion_tokens, total_tokens, event_count, output_not_final_count
  ) VALUES (
    substr(NEW.date, 1, 7), NEW.project_id, NEW.source, NEW.provider, NEW.model, NEW.event_type,
    NEW.llm_mode, NEW.path, NEW.input_tokens, NEW.cache_read_tokens, NEW.cache_write_5m_tokens,
    NEW.cache_write_1h_tokens, NEW.output_tokens, NEW.reasoning_tokens, NEW.prompt_tokens,
    NEW.completion_tokens, NEW.total_tokens, NEW.event_count, NEW.output_not_final_count
  ) ON CONFLICT (month, project_id, source, provider, model, event_type, llm_mode, path) DO UPDATE SET
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

-- Only the triggers of the events change a day's row, and never one of its keys.
CREATE TRIGGER update_monthly_breakdown_on_update AFTER UPDATE ON usage_daily_breakdown
BEGIN
  UPDATE usage_monthly_breakdown SET
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
    WHERE month = substr(NEW.date, 1, 7) AND project_id = NEW.project_id AND source = NEW.source
    AND provider = NEW.provider AND model = NEW.model AND event_type = NEW.event_type
    AND llm_mode = NEW.llm_mode AND path = NEW.path;
END;

CREATE TRIGGER update_monthly_breakdown_on_delete AFTER DELETE ON usage_daily_breakdown
BEGIN
  DELETE FROM usage_monthly_breakdown
    WHERE event_count = OLD.event_count AND month = substr(OLD.date, 1, 7) AND project_id = OLD.project_id AND source = OLD.source
    AND provider = OLD.provider AND model = OLD.model AND event_type = OLD.event_type
    AND llm_mode = OLD.llm_mode AND path = OLD.path;
  UPDATE usage_monthly_breakdown SET
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
    WHERE month = substr(OLD.date, 1, 7) AND project_id = OLD.project_id AND source = OLD.source
    AND provider = OLD.provider AND model = OLD.model AND event_type = OLD.event_type
    AND llm_mode = OLD.llm_mode AND path = OLD.path;
END;
