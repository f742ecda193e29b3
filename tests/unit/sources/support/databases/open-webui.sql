-- What tests/fixtures/open-webui/webui.db is made of.
PRAGMA page_size=512;
CREATE TABLE chat(id VARCHAR PRIMARY KEY, user_id VARCHAR, title TEXT, chat JSON, created_at BIGINT, updated_at BIGINT);
INSERT INTO chat VALUES ('w1','u1','invented','{"history":{"messages":{"m1":{"id":"m1","role":"user","timestamp":1772442000},"m2":{"id":"m2","role":"assistant","model":"gpt-5","timestamp":1772442001,"usage":{"prompt_tokens":900,"completion_tokens":50,"prompt_tokens_details":{"cached_tokens":600}}}}},"messages":[{"id":"m2","role":"assistant","usage":{"prompt_tokens":900,"completion_tokens":50}}]}',1772442000,1772442001);
