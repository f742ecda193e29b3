-- What another browser or device needs to know to merge this database into its own: when each thing that a user decided was
-- decided, and what was removed for good.

-- The latest decision about each thing, field by field, as JSON. A merge takes the one with the larger stamp, and of equal
-- stamps the larger value. What nobody decided has no row: its stamp is 0. Rows outlive what they are about.
CREATE TABLE registers (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  -- Of a hybrid logical clock: UTC milliseconds, or one more than the last stamp that was seen.
  stamp INTEGER NOT NULL CHECK (stamp BETWEEN 0 AND 9000000000000000),
  PRIMARY KEY (kind, id, field)
) STRICT, WITHOUT ROWID;

-- Keys of events that were removed for good: records that were read no later than that stay gone.
CREATE TABLE removed_events (
  key ANY NOT NULL PRIMARY KEY,
  removed_at INTEGER NOT NULL CHECK (removed_at BETWEEN 0 AND 9000000000000000)
) STRICT, WITHOUT ROWID;

-- The last stamp. While it is empty, changes are no decisions: a merge or a restore writes them.
CREATE TABLE clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last INTEGER NOT NULL CHECK (last BETWEEN 0 AND 9000000000000000)
) STRICT;

-- Where a pin stands among the others, with gaps between neighbours: moving one pin leaves the others' ranks alone.
ALTER TABLE projects ADD COLUMN pin_rank INTEGER;
UPDATE projects SET pin_rank = pin_order * 1048576 WHERE is_pinned = 1;

-- A project that an import made has the name that its folder gives it, until a user decides otherwise.
CREATE TRIGGER decide_new_project AFTER INSERT ON projects
WHEN NEW.created_by_import IS NULL
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'name', json_quote(NEW.name), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_new_client AFTER INSERT ON projects
WHEN NEW.client_name IS NOT NULL
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'client_name', json_quote(NEW.client_name), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_new_description AFTER INSERT ON projects
WHEN NEW.description IS NOT NULL
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'description', json_quote(NEW.description), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_name AFTER UPDATE OF name ON projects
WHEN NEW.name <> OLD.name AND NEW.created_by_import IS NULL
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'name', json_quote(NEW.name), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_client_name AFTER UPDATE OF client_name ON projects
WHEN NEW.client_name IS NOT OLD.client_name
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'client_name', json_quote(NEW.client_name), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_description AFTER UPDATE OF description ON projects
WHEN NEW.description IS NOT OLD.description
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'description', json_quote(NEW.description), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_is_archived AFTER UPDATE OF is_archived ON projects
WHEN NEW.is_archived IS NOT OLD.is_archived
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'is_archived', json_quote(NEW.is_archived), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_deleted_at AFTER UPDATE OF deleted_at ON projects
WHEN NEW.deleted_at IS NOT OLD.deleted_at
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'deleted_at', json_quote(NEW.deleted_at), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_merged_into AFTER UPDATE OF merged_into ON projects
WHEN NEW.merged_into IS NOT OLD.merged_into
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'merged_into', json_quote(NEW.merged_into), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_project_pin AFTER UPDATE OF is_pinned, pin_rank ON projects
WHEN iif(NEW.is_pinned, NEW.pin_rank, NULL) IS NOT iif(OLD.is_pinned, OLD.pin_rank, NULL)
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'project', NEW.id, 'pin_rank', json_quote(iif(NEW.is_pinned, NEW.pin_rank, NULL)), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

-- Where an import finds no decision, a path leads to the project that was made of it, and nobody decided anything.
CREATE TRIGGER decide_new_path AFTER INSERT ON project_paths
WHEN NEW.decided_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM registers WHERE kind = 'path' AND id = NEW.path)
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'path', NEW.path, '', json_object('project_id', NEW.project_id, 'covers_subfolders', NEW.covers_subfolders, 'decided_at', NEW.decided_at), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_path AFTER UPDATE ON project_paths
WHEN (NEW.project_id, NEW.covers_subfolders, NEW.decided_at) IS NOT (OLD.project_id, OLD.covers_subfolders, OLD.decided_at)
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'path', NEW.path, '', json_object('project_id', NEW.project_id, 'covers_subfolders', NEW.covers_subfolders, 'decided_at', NEW.decided_at), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER forget_path AFTER DELETE ON project_paths
WHEN OLD.decided_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM registers WHERE kind = 'path' AND id = OLD.path)
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'path', OLD.path, '', 'null', last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

-- Where a choice only remembers where an event was entered, before its project was merged, its time is 0.
CREATE TRIGGER decide_new_choice AFTER INSERT ON chosen_projects
WHEN NEW.updated_at > 0
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'event', NEW.dedupe_key, 'project_id', json_quote(NEW.project_id), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_choice AFTER UPDATE OF project_id, updated_at ON chosen_projects
WHEN NEW.updated_at > 0 AND (NEW.project_id, NEW.updated_at) IS NOT (OLD.project_id, OLD.updated_at)
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'event', NEW.dedupe_key, 'project_id', json_quote(NEW.project_id), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER forget_choice AFTER DELETE ON chosen_projects
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'event', OLD.dedupe_key, 'project_id', 'null', last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

-- A choice follows its event's key.
CREATE TRIGGER keep_choice AFTER UPDATE OF dedupe_key ON chosen_projects WHEN NEW.dedupe_key <> OLD.dedupe_key
BEGIN
  UPDATE OR REPLACE registers SET id = NEW.dedupe_key WHERE kind = 'event' AND id = OLD.dedupe_key;
END;

CREATE TRIGGER decide_new_mapping AFTER INSERT ON table_mappings
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'mapping', NEW.id, 'name', json_quote(NEW.name), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
  INSERT INTO registers SELECT 'mapping', NEW.id, 'mapping', json(NEW.mapping), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_mapping_name AFTER UPDATE OF name ON table_mappings
WHEN NEW.name <> OLD.name
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'mapping', NEW.id, 'name', json_quote(NEW.name), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_mapping AFTER UPDATE OF mapping ON table_mappings
WHEN NEW.mapping <> OLD.mapping
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'mapping', NEW.id, 'mapping', json(NEW.mapping), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_mapping_deleted_at AFTER UPDATE OF deleted_at ON table_mappings
WHEN NEW.deleted_at IS NOT OLD.deleted_at
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'mapping', NEW.id, 'deleted_at', json_quote(NEW.deleted_at), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

-- What this browser notes for itself is no setting: in which zone it has dated the events, and what it has corrected.
CREATE TRIGGER decide_new_setting AFTER INSERT ON settings
WHEN NEW.key NOT IN ('datedIn', 'correctedCounts')
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'setting', NEW.key, '', NEW.value, last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_setting AFTER UPDATE ON settings
WHEN NEW.key NOT IN ('datedIn', 'correctedCounts') AND NEW.value <> OLD.value
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'setting', NEW.key, '', NEW.value, last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER forget_setting AFTER DELETE ON settings
WHEN OLD.key NOT IN ('datedIn', 'correctedCounts')
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'setting', OLD.key, '', 'null', last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_new_budget AFTER INSERT ON budgets
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'budget', json_array(NEW.scope, NEW.scope_key, NEW.from_month), '', json_object('unit', NEW.unit, 'amount', NEW.amount, 'thresholds', json(NEW.thresholds)), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_budget AFTER UPDATE ON budgets
WHEN (NEW.unit, NEW.amount, NEW.thresholds) IS NOT (OLD.unit, OLD.amount, OLD.thresholds)
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'budget', json_array(NEW.scope, NEW.scope_key, NEW.from_month), '', json_object('unit', NEW.unit, 'amount', NEW.amount, 'thresholds', json(NEW.thresholds)), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER forget_budget AFTER DELETE ON budgets
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'budget', json_array(OLD.scope, OLD.scope_key, OLD.from_month), '', 'null', last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_new_price AFTER INSERT ON price_choices
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'price', NEW.model, '', coalesce(json(NEW.choice), 'null'), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_price AFTER UPDATE OF choice ON price_choices
WHEN NEW.choice IS NOT OLD.choice
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'price', NEW.model, '', coalesce(json(NEW.choice), 'null'), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER forget_price AFTER DELETE ON price_choices
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'price', OLD.model, '', 'null', last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;

CREATE TRIGGER decide_price_table AFTER UPDATE OF is_in_force ON price_tables
WHEN NEW.is_in_force <> OLD.is_in_force
BEGIN
  UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO registers SELECT 'price-table', '', '', json_quote(iif(NEW.is_in_force, NEW.id, NULL)), last FROM clock WHERE true
    ON CONFLICT DO UPDATE SET value = excluded.value, stamp = excluded.stamp;
END;
