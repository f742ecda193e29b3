-- What tests/fixtures/crush/crush.db is made of.
PRAGMA page_size=512;
CREATE TABLE sessions(id TEXT PRIMARY KEY, parent_session_id TEXT, title TEXT, message_count INTEGER, prompt_tokens INTEGER, completion_tokens INTEGER, cost REAL, updated_at INTEGER, created_at INTEGER);
CREATE TABLE messages(id TEXT PRIMARY KEY, session_id TEXT, role TEXT, parts TEXT, model TEXT, created_at INTEGER, provider TEXT);
INSERT INTO sessions VALUES ('c1',NULL,'invented',2,1500,20,0.35,1772445000,1772442000);
INSERT INTO sessions VALUES ('c2','c1','a subagent',1,900,10,0.05,1772443000,1772442500);
INSERT INTO sessions VALUES ('c3',NULL,'a flat rate',1,900,10,0,1772443000,1772442500);
INSERT INTO messages VALUES ('m1','c1','user','[]',NULL,1772442000,NULL);
INSERT INTO messages VALUES ('m2','c1','assistant','[]','gpt-5',1772442001,'openai');
