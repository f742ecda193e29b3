-- What tests/fixtures/opencode/second.db is made of: a database of OpenCode's second version.
PRAGMA page_size=512;
CREATE TABLE session_v2(id text PRIMARY KEY, directory text NOT NULL, title text, time_created integer, time_updated integer);
CREATE TABLE session_message(id text PRIMARY KEY, session_id text NOT NULL, type text NOT NULL, time_created integer, time_updated integer, data text NOT NULL);
INSERT INTO session_v2 VALUES ('ses_b01','/home/ada/engine','invented',1780826340000,0);
INSERT INTO session_message VALUES ('evt_1','ses_b01','user',1780826400118,0,'{"text":"","time":{"created":1780826400118}}');
INSERT INTO session_message VALUES ('evt_2','ses_b01','assistant',1780826500123,0,'{"agent":"build","model":{"id":"claude-sonnet-4-5","providerID":"anthropic"},"content":[],"finish":"stop","cost":0.02,"tokens":{"input":10,"output":60,"reasoning":0,"cache":{"read":4000,"write":250}},"time":{"created":1780826500123,"completed":1780826509000}}');
INSERT INTO session_message VALUES ('evt_3','ses_b01','assistant',1780826600123,0,'{"agent":"build","model":{"id":"gpt-5","providerID":"openai"},"content":[],"tokens":{"input":400,"output":40,"reasoning":30,"cache":{"read":600,"write":0}},"time":{"created":1780826600123,"completed":1780826609000}}');
INSERT INTO session_message VALUES ('evt_4','ses_b01','compaction',1780826700123,0,'{"reason":"auto","summary":"","recent":"","time":{"created":1780826700123}}');
