-- What tests/fixtures/goose/sessions.db is made of.
PRAGMA page_size=512;
CREATE TABLE sessions(id TEXT PRIMARY KEY, working_dir TEXT NOT NULL, created_at TIMESTAMP, updated_at TIMESTAMP, total_tokens INTEGER, input_tokens INTEGER, output_tokens INTEGER, accumulated_total_tokens INTEGER, accumulated_input_tokens INTEGER, accumulated_output_tokens INTEGER, accumulated_cache_read_tokens INTEGER, accumulated_cost REAL, provider_name TEXT, model_config_json TEXT);
CREATE TABLE usage_ledger(id INTEGER PRIMARY KEY, session_id TEXT, created_timestamp INTEGER, model TEXT, input_tokens INTEGER, output_tokens INTEGER, total_tokens INTEGER, cache_read_tokens INTEGER, cache_write_tokens INTEGER, cost REAL, cost_source TEXT, is_compaction BOOLEAN);
INSERT INTO sessions VALUES ('20260301_1','/home/ada/engine','2026-03-01 09:00:00','2026-03-01 10:00:00',70,60,10,1100,1000,100,NULL,0.02,'anthropic','{"model_name":"claude-sonnet-4-5"}');
INSERT INTO sessions VALUES ('20260302_1','/home/ada/engine','2026-03-02 09:00:00','2026-03-02 10:00:00',70,60,10,660,600,60,200,NULL,'ollama','{"model_name":"qwen3"}');
INSERT INTO sessions VALUES ('20260303_1','/home/ada/other','2026-03-03 09:00:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO usage_ledger VALUES (1,'20260302_1',1772442000,'qwen3',300,20,320,200,0,NULL,NULL,0);
INSERT INTO usage_ledger VALUES (2,'20260302_1',1772442060,'qwen3',100,10,110,0,0,0.0005,'provider_reported',1);
