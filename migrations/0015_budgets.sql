-- Monthly budgets of everything, a client or a project, and the warnings that they gave.

CREATE TABLE budgets (
  scope TEXT NOT NULL CHECK (scope IN ('all', 'client', 'project')),
  -- The client's name or the project's id; '' for everything.
  scope_key TEXT NOT NULL,
  -- The first month that it holds; the next row of the scope ends it.
  from_month TEXT NOT NULL CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  unit TEXT NOT NULL CHECK (unit IN ('tokens', 'money')),
  -- Tokens or nano-dollars; NULL is no budget from then on.
  amount INTEGER CHECK (amount > 0),
  -- JSON: whole percents at which it warns, ascending.
  thresholds TEXT NOT NULL CHECK (json_valid(thresholds)),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  PRIMARY KEY (scope, scope_key, from_month)
) STRICT, WITHOUT ROWID;

-- A threshold warns once a month, and again only when the budget was raised.
CREATE TABLE budget_warnings (
  scope TEXT NOT NULL,
  scope_key TEXT NOT NULL,
  month TEXT NOT NULL,
  unit TEXT NOT NULL,
  amount INTEGER NOT NULL,
  threshold INTEGER NOT NULL,
  -- What was used when it warned, and the name that the scope had.
  used INTEGER NOT NULL,
  name TEXT NOT NULL,
  fired_at INTEGER NOT NULL CHECK (fired_at >= 0),
  dismissed_at INTEGER CHECK (dismissed_at >= 0),
  PRIMARY KEY (scope, scope_key, month, unit, amount, threshold)
) STRICT, WITHOUT ROWID;
