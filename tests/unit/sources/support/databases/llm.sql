-- What tests/fixtures/llm/logs.db is made of.
PRAGMA page_size=512;
CREATE TABLE responses(id TEXT PRIMARY KEY, model TEXT, resolved_model TEXT, prompt TEXT, response TEXT, conversation_id TEXT, duration_ms INTEGER, datetime_utc TEXT, input_tokens INTEGER, output_tokens INTEGER, token_details TEXT);
CREATE TABLE turns(id TEXT PRIMARY KEY, model TEXT, resolved_model TEXT, conversation_id TEXT, datetime_utc TEXT, input_tokens INTEGER, output_tokens INTEGER, token_details TEXT);
INSERT INTO responses VALUES ('01a','gpt-5','gpt-5-2025-08-07','','','c1',900,'2026-03-01T09:00:00.123456+00:00',1000,80,'{"prompt_tokens_details":{"cached_tokens":600},"completion_tokens_details":{"reasoning_tokens":30}}');
INSERT INTO responses VALUES ('01b','claude-sonnet-4.5',NULL,'','','c2',900,'2026-03-01T09:05:00.123456+00:00',12,60,'{"cache_read_input_tokens":4000,"cache_creation_input_tokens":300}');
INSERT INTO responses VALUES ('01c','local',NULL,'','','c3',900,'2026-03-01T09:06:00+00:00',NULL,NULL,NULL);
INSERT INTO turns VALUES ('01a','gpt-5','gpt-5-2025-08-07','c1','2026-03-01T09:00:00.123456+00:00',1000,80,'{"prompt_tokens_details":{"cached_tokens":600},"completion_tokens_details":{"reasoning_tokens":30}}');
