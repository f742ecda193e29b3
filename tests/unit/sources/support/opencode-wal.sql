-- What tests/fixtures/opencode/open.db and its log are made of: sqlite3 made.db < opencode-wal.sql; it copies the two files
-- while the database is open. Each line after `checkpoint` is one transaction of the log.
PRAGMA page_size=512;
PRAGMA journal_mode=WAL;
PRAGMA wal_autocheckpoint=0;
CREATE TABLE session(id text PRIMARY KEY, project_id text, parent_id text, directory text NOT NULL, title text, time_created integer, time_updated integer);
CREATE TABLE message(id text PRIMARY KEY, session_id text NOT NULL, time_created integer, time_updated integer, data text NOT NULL);
INSERT INTO session VALUES ('ses_a01','global',NULL,'/home/ada/engine','invented',1780826340000,0);
INSERT INTO message VALUES ('msg_1','ses_a01',0,0,'{"role":"assistant","time":{"created":1780826400001,"completed":1780826409000},"modelID":"claude-sonnet-4-5","providerID":"anthropic","tokens":{"input":1,"output":0,"reasoning":0,"cache":{"read":0,"write":0}}}');
PRAGMA wal_checkpoint(TRUNCATE);
INSERT INTO message VALUES ('msg_2','ses_a01',0,0,'{"role":"assistant","time":{"created":1780826400002,"completed":1780826409000},"modelID":"claude-sonnet-4-5","providerID":"anthropic","tokens":{"input":10,"output":0,"reasoning":0,"cache":{"read":0,"write":0}}}');
BEGIN; INSERT INTO message VALUES ('msg_3','ses_a01',0,0,'{"role":"assistant","time":{"created":1780826400003,"completed":1780826409000},"modelID":"claude-sonnet-4-5","providerID":"anthropic","tokens":{"input":100,"output":0,"reasoning":0,"cache":{"read":0,"write":0}}}'); INSERT INTO message SELECT 'msg_u' || value, 'ses_a01', 0, 0, '{"role":"user"}' FROM generate_series(1, 12); COMMIT;
UPDATE message SET data = replace(data, '"input":1,', '"input":2,') WHERE id = 'msg_1';
DELETE FROM message WHERE id LIKE 'msg_u%';
INSERT INTO message VALUES ('msg_4','ses_a01',0,0,'{"role":"assistant","time":{"created":1780826400004,"completed":1780826409000},"modelID":"claude-sonnet-4-5","providerID":"anthropic","tokens":{"input":1000,"output":0,"reasoning":0,"cache":{"read":0,"write":0}}}');
.shell cp made.db open.db && cp made.db-wal open.db-wal
