-- What tests/fixtures/shelley/shelley.db is made of.
PRAGMA page_size=512;
CREATE TABLE conversations(conversation_id TEXT PRIMARY KEY, slug TEXT, cwd TEXT, model TEXT, created_at DATETIME);
CREATE TABLE messages(message_id TEXT PRIMARY KEY, conversation_id TEXT, sequence_id INTEGER, type TEXT, llm_data TEXT, user_data TEXT, usage_data TEXT, created_at DATETIME);
INSERT INTO conversations VALUES ('s1','invented','/home/ada/engine','claude-opus-4-5','2026-03-01 09:00:00');
INSERT INTO messages VALUES ('m0','s1',1,'user',NULL,'{}','{"input_tokens":0,"output_tokens":0}','2026-03-01 09:00:00');
INSERT INTO messages VALUES ('m1','s1',2,'agent','{}',NULL,'{"input_tokens":12,"cache_creation_input_tokens":300,"cache_read_input_tokens":4000,"output_tokens":60,"cost_usd":0.01}','2026-03-01 09:00:09');
INSERT INTO messages VALUES ('m2','s1',3,'error',NULL,NULL,'{"input_tokens":7,"output_tokens":1}','2026-03-01 09:00:19');
