-- A Claude Code response without a request id is known by its message id alone where that cannot repeat by chance: 16 letters
-- and digits or more. Earlier versions added the session and the time, so that a response on several lines counted several
-- times. Of those records the better one stays, as if all of them had been read with today's rule.

CREATE TEMP TABLE renamed (
  dedupe_key TEXT NOT NULL,
  place TEXT NOT NULL,
  new_key TEXT NOT NULL,
  import_id TEXT NOT NULL,
  total_tokens INTEGER NOT NULL,
  -- 1 is the best record of the call, and the best one of its import.
  rank INTEGER NOT NULL,
  rank_in_import INTEGER NOT NULL,
  best_import TEXT NOT NULL,
  PRIMARY KEY (place, dedupe_key, import_id)
) WITHOUT ROWID;

-- Old keys are `claude-code:<id>:<session>:<time>`, with `:advisor-<n>` behind them for calls of an advisor.
INSERT INTO renamed
WITH RECURSIVE
  records AS (
    SELECT 'usage' AS place, dedupe_key, import_id, precedence, total_tokens, occurred_at, position,
        coalesce(session_id, '') AS session_id
      FROM usage_events WHERE source = 'claude-code'
    UNION ALL
    SELECT 'deleted', dedupe_key, import_id, coalesce(event ->> 'precedence', 0), event ->> 'total_tokens',
        event ->> 'occurred_at', event ->> 'position', coalesce(session_id, '')
      FROM deleted_usage_events WHERE source = 'claude-code'
    UNION ALL
    SELECT 'superseded', dedupe_key, import_id, precedence, total_tokens, occurred_at, position, coalesce(session_id, '')
      FROM superseded_usage_events WHERE source = 'claude-code'
  ),
  -- 12 characters are `claude-code:`, so that the id begins at 13.
  named AS (
    SELECT *, instr(substr(dedupe_key, 13), ':' || session_id || ':') AS id_end FROM records
    WHERE dedupe_key NOT GLOB 'claude-code:msg_*'
  ),
  parted AS (
    SELECT *, substr(dedupe_key, 13, id_end - 1) AS id, substr(dedupe_key, 12 + id_end + length(session_id) + 2) AS rest
    FROM named WHERE id_end > 16
  ),
  counted (id, place, letters) AS (
    SELECT id, 1, 0 FROM (SELECT DISTINCT id FROM parted WHERE rest GLOB '[0-9]*')
    UNION ALL
    SELECT id, place + 1, letters + (substr(id, place, 1) GLOB '[A-Za-z0-9]') FROM counted WHERE place <= length(id)
  ),
  long AS (SELECT id FROM counted GROUP BY id HAVING max(letters) >= 16),
  keyed AS (
    SELECT parted.*, 'claude-code:' || id || iif(instr(rest, ':advisor-') > 0, substr(rest, instr(rest, ':advisor-')), '') AS new_key
    FROM parted JOIN long USING (id) WHERE rest GLOB '[0-9]*'
  ),
  ranked AS (
    SELECT *, row_number() OVER best AS rank,
      row_number() OVER (PARTITION BY new_key, import_id
        ORDER BY precedence DESC, total_tokens DESC, occurred_at DESC, position DESC, session_id, dedupe_key, place) AS rank_in_import,
      first_value(import_id) OVER best AS best_import
    FROM keyed
    WINDOW best AS (PARTITION BY new_key
      ORDER BY place = 'superseded', precedence DESC, total_tokens DESC, occurred_at DESC, position DESC, session_id, dedupe_key)
  )
SELECT dedupe_key, place, new_key, import_id, total_tokens, rank, rank_in_import, best_import FROM ranked;

-- The user is told by how much the numbers changed.
INSERT INTO settings (key, value, updated_at)
SELECT 'correctedCounts', json_object('events', count(*), 'tokens', sum(total_tokens)), 0
FROM renamed WHERE place = 'usage' AND rank > 1 HAVING count(*) > 0;

-- Better records of other imports than the one that counts stay aside, so that undo stays exact.
UPDATE superseded_usage_events SET dedupe_key = renamed.new_key FROM renamed
WHERE renamed.place = 'superseded' AND renamed.rank_in_import = 1
  AND renamed.dedupe_key = superseded_usage_events.dedupe_key AND renamed.import_id = superseded_usage_events.import_id;
DELETE FROM superseded_usage_events WHERE (dedupe_key, import_id) IN
  (SELECT dedupe_key, import_id FROM renamed WHERE place = 'superseded' AND rank_in_import > 1);
INSERT INTO superseded_usage_events (
  dedupe_key, import_id, event_type, llm_mode, source, session_id, provider, model, path, position, input_tokens,
  cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, total_tokens,
  occurred_at, granularity, is_output_final, created_at, precedence, recorded_cost_nano_usd, service_tier, count_quality
) SELECT
  new_key, event.import_id, event_type, llm_mode, source, session_id, provider, model, path, position, input_tokens,
  cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, event.total_tokens,
  occurred_at, granularity, is_output_final, created_at, precedence, recorded_cost_nano_usd, service_tier, count_quality
FROM renamed CROSS JOIN usage_events AS event USING (dedupe_key)
WHERE place = 'usage' AND rank > 1 AND rank_in_import = 1 AND event.import_id <> best_import;
INSERT INTO superseded_usage_events (
  dedupe_key, import_id, event_type, llm_mode, source, session_id, provider, model, path, position, input_tokens,
  cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, total_tokens,
  occurred_at, granularity, is_output_final, created_at, precedence, recorded_cost_nano_usd, service_tier, count_quality
) SELECT
  new_key, kept.import_id, event ->> 'event_type', event ->> 'llm_mode', source, session_id, event ->> 'provider',
  event ->> 'model', event ->> 'path', event ->> 'position', event ->> 'input_tokens', event ->> 'cache_read_tokens',
  event ->> 'cache_write_5m_tokens', event ->> 'cache_write_1h_tokens', event ->> 'output_tokens',
  event ->> 'reasoning_tokens', event ->> 'total_tokens', event ->> 'occurred_at', event ->> 'granularity',
  event ->> 'is_output_final', event ->> 'created_at', coalesce(event ->> 'precedence', 0),
  event ->> 'recorded_cost_nano_usd', event ->> 'service_tier', coalesce(event ->> 'count_quality', 'call')
FROM renamed CROSS JOIN deleted_usage_events AS kept USING (dedupe_key)
WHERE place = 'deleted' AND rank > 1 AND rank_in_import = 1 AND kept.import_id <> best_import;

-- The project that a user chose for a record holds for the call if that record is the one that counts.
DELETE FROM chosen_projects WHERE dedupe_key IN (SELECT dedupe_key FROM renamed WHERE place <> 'superseded' AND rank > 1);
DELETE FROM usage_events WHERE dedupe_key IN (SELECT dedupe_key FROM renamed WHERE place = 'usage' AND rank > 1);
DELETE FROM deleted_usage_events WHERE dedupe_key IN (SELECT dedupe_key FROM renamed WHERE place = 'deleted' AND rank > 1);
-- A trigger renames the choices of these.
UPDATE usage_events SET dedupe_key = renamed.new_key FROM renamed
WHERE renamed.place = 'usage' AND renamed.rank = 1 AND renamed.dedupe_key = usage_events.dedupe_key;
UPDATE chosen_projects SET dedupe_key = renamed.new_key FROM renamed
WHERE renamed.place = 'deleted' AND renamed.rank = 1 AND renamed.dedupe_key = chosen_projects.dedupe_key;
UPDATE deleted_usage_events SET dedupe_key = renamed.new_key, event = json_set(event, '$.dedupe_key', renamed.new_key)
FROM renamed
WHERE renamed.place = 'deleted' AND renamed.rank = 1 AND renamed.dedupe_key = deleted_usage_events.dedupe_key;

DROP TABLE renamed;
