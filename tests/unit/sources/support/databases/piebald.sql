-- What tests/fixtures/piebald/app.db is made of.
PRAGMA page_size=512;
CREATE TABLE projects(id INTEGER PRIMARY KEY, name TEXT, directory TEXT);
CREATE TABLE chats(id INTEGER PRIMARY KEY, title TEXT, model TEXT, project_id INTEGER, current_directory TEXT, message_count INTEGER, created_at TEXT, updated_at TEXT);
CREATE TABLE messages(id INTEGER PRIMARY KEY, parent_chat_id INTEGER, role TEXT, model TEXT, created_at TEXT, updated_at TEXT, input_tokens INTEGER, output_tokens INTEGER, reasoning_tokens INTEGER, cache_read_tokens INTEGER, cache_write_tokens INTEGER);
INSERT INTO projects VALUES (1,'engine','/home/ada/engine');
INSERT INTO chats VALUES (1,'invented','claude-sonnet-4-5',1,NULL,4,'2026-03-02T09:00:00+00:00','2026-03-02T09:10:00+00:00');
INSERT INTO chats VALUES (2,'invented','gpt-5.4',NULL,'/home/ada/notes',2,'2026-03-02T10:00:00+00:00','2026-03-02T10:10:00+00:00');
INSERT INTO messages VALUES (1,1,'user',NULL,'2026-03-02T09:00:00.000000001+00:00','2026-03-02T09:00:00+00:00',NULL,NULL,NULL,NULL,NULL);
INSERT INTO messages VALUES (2,1,'assistant','claude-sonnet-4-5','2026-03-02T09:00:01.819321712+00:00','2026-03-02T09:00:09+00:00',12,60,20,4000,300);
INSERT INTO messages VALUES (3,2,'assistant',NULL,'2026-03-02T10:00:01.819321712+00:00','2026-03-02T10:00:09+00:00',1000,80,30,600,NULL);
