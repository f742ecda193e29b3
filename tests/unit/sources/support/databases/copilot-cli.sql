-- What tests/fixtures/copilot-cli/session-store.db is made of.
PRAGMA page_size=512;
CREATE TABLE sessions(id TEXT PRIMARY KEY, cwd TEXT, repository TEXT, branch TEXT, created_at TEXT, updated_at TEXT);
CREATE TABLE assistant_usage_events(id INTEGER PRIMARY KEY, session_id TEXT, turn_index INTEGER, model TEXT, copilot_usage_model TEXT, input_tokens INTEGER, output_tokens INTEGER, cache_read_tokens INTEGER, cache_write_tokens INTEGER, reasoning_tokens INTEGER, total_nano_aiu INTEGER, created_at TEXT);
INSERT INTO sessions VALUES ('s-store','/home/ada/engine',NULL,'main','2026-03-01T09:00:00.000Z','2026-03-01T10:00:00.000Z');
INSERT INTO assistant_usage_events VALUES (1,'s-store',0,'claude-sonnet-4.5',NULL,1000,80,600,100,30,5,'2026-03-01T09:00:10.000Z');
INSERT INTO assistant_usage_events VALUES (2,'s-store',0,'claude-sonnet-4.5',NULL,1500,20,1400,0,0,5,'2026-03-01T09:00:20.000Z');
INSERT INTO assistant_usage_events VALUES (3,'s-store',1,'gpt-5-mini',NULL,200,10,0,0,0,1,'2026-03-01T09:01:00.000Z');
