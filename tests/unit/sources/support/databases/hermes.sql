-- What tests/fixtures/hermes/state.db is made of.
PRAGMA page_size=512;
CREATE TABLE sessions(id TEXT PRIMARY KEY, source TEXT, model TEXT, parent_session_id TEXT, started_at REAL, ended_at REAL, message_count INTEGER, api_call_count INTEGER, input_tokens INTEGER DEFAULT 0, output_tokens INTEGER DEFAULT 0, cache_read_tokens INTEGER DEFAULT 0, cache_write_tokens INTEGER DEFAULT 0, reasoning_tokens INTEGER DEFAULT 0, billing_provider TEXT, cwd TEXT, git_repo_root TEXT, estimated_cost_usd REAL, actual_cost_usd REAL);
INSERT INTO sessions VALUES ('h1','cli','claude-opus-4-6',NULL,1772442000.25,1772445000.5,9,4,120,80,4000,300,30,'anthropic','/home/ada/engine','/home/ada/engine',0.05,0.04);
INSERT INTO sessions VALUES ('h2','cli','gpt-5','h1',1772446000.0,NULL,3,2,500,40,0,0,0,'openai',NULL,'/home/ada/other',0.01,0);
INSERT INTO sessions VALUES ('h3','cli','gpt-5',NULL,1772447000.0,NULL,0,0,0,0,0,0,0,'openai',NULL,NULL,0,0);
CREATE TABLE session_model_usage(session_id TEXT NOT NULL, model TEXT NOT NULL, billing_provider TEXT NOT NULL DEFAULT '', billing_base_url TEXT NOT NULL DEFAULT '', billing_mode TEXT NOT NULL DEFAULT '', task TEXT NOT NULL DEFAULT '', api_call_count INTEGER, input_tokens INTEGER, output_tokens INTEGER, cache_read_tokens INTEGER, cache_write_tokens INTEGER, reasoning_tokens INTEGER, estimated_cost_usd REAL, actual_cost_usd REAL, first_seen REAL, last_seen REAL);
INSERT INTO sessions VALUES ('h4','cli','gpt-5',NULL,1772448000.0,NULL,5,4,300,30,600,0,10,'openai','/home/ada/engine',NULL,0.03,0);
INSERT INTO session_model_usage VALUES ('h4','gpt-5','openai','','','',3,200,20,600,0,10,0.02,0,1772448002.0,1772448500.0);
INSERT INTO session_model_usage VALUES ('h4','gpt-5-mini','openai','','','',1,100,10,0,0,0,0.01,0,1772448001.0,1772448001.0);
INSERT INTO session_model_usage VALUES ('h4','gpt-5-mini','openai','','','compression',1,70,7,0,0,0,0.005,0,1772448400.0,1772448400.0);
