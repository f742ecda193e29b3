-- What tests/fixtures/anythingllm/anythingllm.db is made of.
PRAGMA page_size=512;
CREATE TABLE workspaces(id INTEGER PRIMARY KEY, name TEXT, slug TEXT, chatProvider TEXT, chatModel TEXT);
CREATE TABLE workspace_chats(id INTEGER PRIMARY KEY, workspaceId INTEGER, prompt TEXT, response TEXT, include BOOLEAN, createdAt DATETIME);
INSERT INTO workspaces VALUES (1,'Engine','engine','lmstudio',NULL);
INSERT INTO workspace_chats VALUES (1,1,'','{"text":"","metrics":{"prompt_tokens":300,"completion_tokens":40,"total_tokens":340,"model":"gpt-4o","provider":"openai"}}',1,1772442000123);
INSERT INTO workspace_chats VALUES (2,1,'','{"text":"","metrics":{"prompt_tokens":100,"completion_tokens":10,"total_tokens":110}}',1,1772442060123);
INSERT INTO workspace_chats VALUES (3,1,'','{"text":""}',1,1772442070123);
