-- What tests/fixtures/zcode/zcode.db is made of.
PRAGMA page_size=512;
CREATE TABLE session(id TEXT PRIMARY KEY, directory TEXT, time_created INTEGER);
CREATE TABLE model_usage(id TEXT PRIMARY KEY, session_id TEXT, turn_id TEXT, provider_id TEXT, model_id TEXT, status TEXT, started_at INTEGER, completed_at INTEGER, input_tokens INTEGER, output_tokens INTEGER, reasoning_tokens INTEGER, cache_read_input_tokens INTEGER, cache_creation_input_tokens INTEGER, computed_total_tokens INTEGER);
INSERT INTO session VALUES ('z1','/home/ada/engine',1772442000000);
INSERT INTO model_usage VALUES ('u1','z1','t1','zai','glm-4.7','completed',1772442000123,1772442001000,1000,80,30,600,100,1080);
INSERT INTO model_usage VALUES ('u2','z1','t1','zai','glm-4.7','error',1772442002000,NULL,0,0,0,0,0,0);
