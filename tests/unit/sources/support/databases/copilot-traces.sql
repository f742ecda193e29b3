-- What tests/fixtures/copilot-traces/agent-traces.db is made of.
PRAGMA page_size=512;
CREATE TABLE schema_version (version INTEGER NOT NULL);
INSERT INTO schema_version VALUES (1);
CREATE TABLE spans (span_id TEXT PRIMARY KEY, trace_id TEXT NOT NULL, parent_span_id TEXT, name TEXT NOT NULL, start_time_ms INTEGER NOT NULL, end_time_ms INTEGER NOT NULL, status_code INTEGER NOT NULL DEFAULT 0, operation_name TEXT, provider_name TEXT, agent_name TEXT, conversation_id TEXT, request_model TEXT, response_model TEXT, input_tokens INTEGER, output_tokens INTEGER, cached_tokens INTEGER, reasoning_tokens INTEGER, chat_session_id TEXT);
CREATE TABLE span_attributes (span_id TEXT NOT NULL, key TEXT NOT NULL, value TEXT, PRIMARY KEY (span_id, key));
INSERT INTO spans VALUES ('a1','t1',NULL,'invoke_agent',1772442000000,1772442009000,0,'invoke_agent','github','agent','c1','claude-sonnet-4.5','claude-sonnet-4.5',1070,88,600,NULL,'s1');
INSERT INTO spans VALUES ('b1','t1','a1','chat',1772442000123,1772442004000,0,'chat','github',NULL,'c1','claude-sonnet-4.5','claude-sonnet-4-5-20250929',1000,80,600,30,'s1');
INSERT INTO spans VALUES ('b2','t1','a1','chat',1772442005000,1772442006000,0,'chat','github',NULL,NULL,'gpt-5-mini',NULL,70,8,NULL,NULL,'s1');
INSERT INTO spans VALUES ('b3','t1','a1','chat',1772442007000,1772442007100,2,'chat','github',NULL,'c1','gpt-5-mini',NULL,NULL,NULL,NULL,NULL,'s1');
INSERT INTO spans VALUES ('e1','t1','a1','execute_tool',1772442008000,1772442008100,0,'execute_tool',NULL,NULL,'c1',NULL,NULL,NULL,NULL,NULL,NULL,'s1');
INSERT INTO span_attributes VALUES ('b1','gen_ai.usage.cache_creation.input_tokens','100');
INSERT INTO span_attributes VALUES ('b1','gen_ai.response.id','r1');
