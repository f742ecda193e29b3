-- Documents (CVs first) that wait for extraction. Their content is never stored, only its hash.

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
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  CHECK ((status = 'failed') = (failure IS NOT NULL))
) STRICT;

CREATE INDEX cvs_by_project ON cvs (project_id, status, created_at);
