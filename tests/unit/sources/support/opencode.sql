-- What tests/fixtures/opencode/opencode.db is made of: sqlite3 opencode.db < opencode.sql
PRAGMA page_size=512;
CREATE TABLE session(id text PRIMARY KEY, project_id text, parent_id text, directory text NOT NULL, title text, time_created integer, time_updated integer);
CREATE TABLE message(id text PRIMARY KEY, session_id text NOT NULL, time_created integer, time_updated integer, data text NOT NULL);
CREATE TABLE part(id text PRIMARY KEY, message_id text, data text);
INSERT INTO session VALUES ('ses_a01','global',NULL,'/home/ada/engine','invented',1780826340000,0);
INSERT INTO session VALUES ('ses_a02','global','ses_a01','/home/ada/engine','a fork',1780830000000,0);
INSERT INTO message VALUES ('msg_b00','ses_a01',1780826400118,1780826400118,'{"role":"user","time":{"created":1780826400118}}');
INSERT INTO message VALUES ('msg_b01','ses_a01',1780826400123,1780826400123,'{"role":"assistant","time":{"created":1780826400123,"completed":1780826409000},"modelID":"claude-sonnet-4-5","providerID":"anthropic","path":{"cwd":"/home/ada/engine","root":"/home/ada/engine"},"cost":0.01,"tokens":{"input":120,"output":60,"reasoning":10,"cache":{"read":4000,"write":250}}}');
INSERT INTO message VALUES ('msg_b02','ses_a01',1780826460123,1780826460123,'{"role":"assistant","time":{"created":1780826460123,"completed":1780826470123},"modelID":"qwen3","providerID":"ollama","path":{},"cost":0.01,"tokens":{"input":500,"output":40,"reasoning":0,"cache":{"read":0,"write":0}}}');
INSERT INTO message VALUES ('msg_b03','ses_a02',1780826400123,1780826400123,'{"role":"assistant","time":{"created":1780826400123,"completed":1780826409000},"modelID":"claude-sonnet-4-5","providerID":"anthropic","path":{"cwd":"/home/ada/engine","root":"/home/ada/engine"},"cost":0.01,"tokens":{"input":120,"output":60,"reasoning":10,"cache":{"read":4000,"write":250}}}');
