-- What tests/fixtures/warp/warp.db is made of.
PRAGMA page_size=512;
CREATE TABLE agent_conversations(id INTEGER PRIMARY KEY, conversation_id TEXT, conversation_data TEXT, last_modified_at TIMESTAMP);
CREATE TABLE ai_queries(id INTEGER PRIMARY KEY, exchange_id TEXT, conversation_id TEXT, start_ts DATETIME, input TEXT, working_directory TEXT, model_id TEXT);
INSERT INTO agent_conversations VALUES (1,'w1','{"conversation_usage_metadata":{"token_usage":[{"model_id":"claude-4-5-sonnet","warp_tokens":5000,"byok_tokens":0},{"model_id":"gpt-5","warp_tokens":0,"byok_tokens":700},{"model_id":"own","warp_tokens":0,"byok_tokens":0,"custom_endpoint_tokens":90}]}}','2026-03-01 10:00:00');
INSERT INTO agent_conversations VALUES (2,'w2','{}','2026-03-01 11:00:00');
INSERT INTO ai_queries VALUES (1,'e1','w1','2026-03-01 09:00:00.123456','[]','/home/ada/engine','auto');
