-- At which hours tokens are used: a narrow rollup beside the daily ones, which know no hour.

-- Civil, in the reporting time zone, as `date` is; NULL for a day's bucket, of which no hour is known.
ALTER TABLE usage_events ADD COLUMN hour INTEGER
  CHECK (hour IS NULL OR (hour BETWEEN 0 AND 23 AND granularity = 'moment'));

-- SQL knows no time zone: the first opening dates every event anew, as after a change of the zone, and the triggers fill
-- the rollup with what that changes.
DELETE FROM settings WHERE key = 'datedIn';

-- '' stands for NULL, which no key can hold. In the order in which hours are summed over all projects; those of one are
-- found by the days that `usage_daily` knows of it.
CREATE TABLE usage_hourly (
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
  project_id TEXT NOT NULL,
  source TEXT NOT NULL,
  model TEXT NOT NULL,
  event_type TEXT NOT NULL,
  total_tokens INTEGER NOT NULL CHECK (total_tokens >= 0),
  event_count INTEGER NOT NULL CHECK (event_count > 0),
  PRIMARY KEY (date, hour, project_id, source, model, event_type)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER update_hourly_usage AFTER INSERT ON usage_events WHEN NEW.hour IS NOT NULL
BEGIN
  INSERT INTO usage_hourly (date, hour, project_id, source, model, event_type, total_tokens, event_count)
  VALUES (NEW.date, NEW.hour, NEW.project_id, NEW.source, coalesce(NEW.model, ''), NEW.event_type,
    NEW.total_tokens, 1)
  ON CONFLICT (date, hour, project_id, source, model, event_type) DO UPDATE SET
    total_tokens = total_tokens + excluded.total_tokens,
    event_count = event_count + 1;
END;

-- Adds the new before it takes away the old, so that no row passes through zero.
CREATE TRIGGER update_hourly_usage_on_update AFTER UPDATE OF
  date, hour, project_id, source, model, event_type, total_tokens
ON usage_events
WHEN (OLD.date, OLD.hour, OLD.project_id, OLD.source, OLD.model, OLD.event_type, OLD.total_tokens)
  IS NOT (NEW.date, NEW.hour, NEW.project_id, NEW.source, NEW.model, NEW.event_type, NEW.total_tokens)
BEGIN
  INSERT INTO usage_hourly (date, hour, project_id, source, model, event_type, total_tokens, event_count)
  SELECT NEW.date, NEW.hour, NEW.project_id, NEW.source, coalesce(NEW.model, ''), NEW.event_type,
    NEW.total_tokens, 1
  WHERE NEW.hour IS NOT NULL
  ON CONFLICT (date, hour, project_id, source, model, event_type) DO UPDATE SET
    total_tokens = total_tokens + excluded.total_tokens,
    event_count = event_count + 1;
  -- The row of no hour does not exist: `hour = NULL` finds nothing.
  DELETE FROM usage_hourly
    WHERE event_count = 1 AND date = OLD.date AND hour = OLD.hour AND project_id = OLD.project_id
    AND source = OLD.source AND model = coalesce(OLD.model, '') AND event_type = OLD.event_type;
  UPDATE usage_hourly SET
    total_tokens = total_tokens - OLD.total_tokens,
    event_count = event_count - 1
    WHERE date = OLD.date AND hour = OLD.hour AND project_id = OLD.project_id
    AND source = OLD.source AND model = coalesce(OLD.model, '') AND event_type = OLD.event_type;
END;

CREATE TRIGGER update_hourly_usage_on_delete AFTER DELETE ON usage_events WHEN OLD.hour IS NOT NULL
BEGIN
  DELETE FROM usage_hourly
    WHERE event_count = 1 AND date = OLD.date AND hour = OLD.hour AND project_id = OLD.project_id
    AND source = OLD.source AND model = coalesce(OLD.model, '') AND event_type = OLD.event_type;
  UPDATE usage_hourly SET
    total_tokens = total_tokens - OLD.total_tokens,
    event_count = event_count - 1
    WHERE date = OLD.date AND hour = OLD.hour AND project_id = OLD.project_id
    AND source = OLD.source AND model = coalesce(OLD.model, '') AND event_type = OLD.event_type;
END;
