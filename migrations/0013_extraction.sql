-- Documents are extracted by a model of the user's own: where it is reached, what was asked for, and each call that was made.

-- Where an LLM answers. Nothing is ever sent anywhere else.
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

-- One run over some documents. It is an import as well, so that its usage events show where they come from.
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

-- The batch that a document waits for, or was extracted by; NULL until one takes it.
ALTER TABLE cvs ADD COLUMN batch_id TEXT REFERENCES extraction_batches (id);
ALTER TABLE cvs ADD COLUMN text_sha256 TEXT
  CHECK (length(text_sha256) = 64 AND text_sha256 NOT GLOB '*[^0-9a-f]*');
ALTER TABLE cvs ADD COLUMN text_characters INTEGER CHECK (text_characters >= 0);
-- In OpenAI's o200k encoding.
ALTER TABLE cvs ADD COLUMN text_tokens INTEGER CHECK (text_tokens >= 0);
ALTER TABLE cvs ADD COLUMN pages INTEGER CHECK (pages >= 0);
-- It is not tried again before; UTC milliseconds.
ALTER TABLE cvs ADD COLUMN not_before INTEGER NOT NULL DEFAULT 0 CHECK (not_before >= 0);
ALTER TABLE cvs ADD COLUMN accepted_at INTEGER CHECK (accepted_at >= 0);
-- The file, its text and its results are gone; the numbers stay.
ALTER TABLE cvs ADD COLUMN content_deleted_at INTEGER CHECK (content_deleted_at >= 0);
-- Taken off the list; the row stays because calls were made for it.
ALTER TABLE cvs ADD COLUMN removed_at INTEGER CHECK (removed_at >= 0);

CREATE INDEX cvs_by_batch ON cvs (batch_id, status, not_before, created_at);

-- One call. `lost`: it was sent and its answer was never seen, or only a part of it.
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
-- A document is never in two calls at once.
CREATE UNIQUE INDEX extraction_attempts_open ON extraction_attempts (cv_id) WHERE state = 'sent';
