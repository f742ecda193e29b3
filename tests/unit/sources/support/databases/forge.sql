-- What tests/fixtures/forge/forge.db is made of.
PRAGMA page_size=512;
CREATE TABLE conversations(conversation_id TEXT PRIMARY KEY, title TEXT, workspace_id BIGINT, context TEXT, created_at TIMESTAMP, updated_at TIMESTAMP, metrics TEXT);
INSERT INTO conversations VALUES ('f1','invented',1,'{"messages":[{"text":{"role":"user"}},{"text":{"role":"assistant","model":"claude-sonnet-4-5"},"usage":{"prompt_tokens":{"actual":900},"completion_tokens":{"actual":50},"cached_tokens":{"actual":600}}},{"text":{"role":"assistant","model":"claude-sonnet-4-5"},"usage":{"prompt_tokens":{"approx":70},"completion_tokens":{"actual":5},"cached_tokens":{"actual":0}}}]}','2026-05-02 09:58:15.741021507','2026-05-02 10:00:16.848497543','{}');
INSERT INTO conversations VALUES ('f2','empty',1,NULL,'2026-05-02 09:58:15','2026-05-02 09:58:15','{}');
