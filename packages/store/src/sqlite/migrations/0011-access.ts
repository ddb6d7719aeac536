import type { Migration } from "../migration.ts";
import { oneOf } from "../one-of.ts";

/** Users, their roles, what they carry to prove who they are, and what roles may do in single DAGs. */
export const access: Migration = {
  number: 11,
  name: "access",
  schemaHash: "2bd8b81ccac9a208c188b5270426c825439af59f32e6e375440d23d667dc2a38",
  sql: `
CREATE TABLE user_account (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  email TEXT NOT NULL,
  password TEXT,
  provider TEXT UNIQUE,
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  last_login INTEGER,
  login_count INTEGER NOT NULL DEFAULT 0,
  failed_logins INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE user_role (
  user_id INTEGER NOT NULL REFERENCES user_account ON DELETE CASCADE,
  role TEXT NOT NULL,
  PRIMARY KEY (user_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_role_role ON user_role (role);

CREATE TABLE role (
  name TEXT PRIMARY KEY,
  permissions TEXT NOT NULL CHECK (json_valid(permissions))
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES user_account ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (${oneOf("kind", ["session", "login", "personal"])}),
  hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  scopes TEXT CHECK (scopes IS NULL OR json_valid(scopes)),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  last_used_at INTEGER
) STRICT;
CREATE INDEX credential_of_user ON credential (user_id);
CREATE INDEX credential_expiry ON credential (expires_at);

CREATE TABLE dag_access (
  dag_id TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL CHECK (${oneOf("action", ["can_read", "can_edit", "can_delete"])}),
  source TEXT NOT NULL CHECK (source = 'dag' OR source = 'role'),
  PRIMARY KEY (role, action, dag_id, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX dag_access_of_dag ON dag_access (dag_id);
`,
};
