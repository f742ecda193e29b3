-- What tests/fixtures/continue/devdata.db is made of.
PRAGMA page_size=512;
CREATE TABLE tokens_generated(id INTEGER PRIMARY KEY, model TEXT NOT NULL, provider TEXT NOT NULL, tokens_generated INTEGER NOT NULL, tokens_prompt INTEGER NOT NULL DEFAULT 0, timestamp DATETIME DEFAULT CURRENT_TIMESTAMP);
INSERT INTO tokens_generated VALUES (1,'qwen2.5-coder','ollama',10,90,'2026-02-28 08:00:00');
INSERT INTO tokens_generated VALUES (2,'claude-sonnet-4-5','anthropic',40,1200,'2026-03-01 09:00:01');
INSERT INTO tokens_generated VALUES (3,'qwen2.5-coder','ollama',5,60,'2026-03-01 09:00:02');
INSERT INTO tokens_generated VALUES (4,'qwen2.5-coder','ollama',5,60,'2026-03-01 09:00:03');
