-- What tests/fixtures/mlflow/mlflow.db is made of.
PRAGMA page_size=512;
CREATE TABLE experiments(experiment_id INTEGER PRIMARY KEY, name VARCHAR);
CREATE TABLE spans(trace_id VARCHAR, experiment_id INTEGER, span_id VARCHAR, parent_span_id VARCHAR, name TEXT, type VARCHAR, start_time_unix_nano BIGINT, content TEXT);
INSERT INTO experiments VALUES (7,'Engine');
INSERT INTO spans VALUES ('tr-1',7,'a2','a1','chat','CHAT_MODEL',1772442000500000000,'{"trace_id":"x","span_id":"a2","parent_span_id":"a1","name":"chat","start_time_unix_nano":1772442000500000000,"attributes":{"mlflow.traceRequestId":"\"tr-1\"","mlflow.llm.model":"\"gpt-5\"","mlflow.chat.tokenUsage":"{\"input_tokens\": 900, \"output_tokens\": 50, \"total_tokens\": 950, \"cache_read_input_tokens\": 600}"}}');
INSERT INTO spans VALUES ('tr-1',7,'a1',NULL,'agent','AGENT',1772442000000000000,'{"trace_id":"x","span_id":"a1","parent_span_id":null,"name":"agent","start_time_unix_nano":1772442000000000000,"attributes":{"mlflow.traceRequestId":"\"tr-1\"","mlflow.chat.tokenUsage":"{\"input_tokens\": 900, \"output_tokens\": 50, \"total_tokens\": 950}"}}');
