/** Texts about users, roles, credentials and who may do what in which DAG, for every database. */
const USER_COLUMNS = `
  u.id, u.username, u.first_name, u.last_name, u.email, u.password, u.provider, u.is_active, u.created_at, u.updated_at,
  u.last_login, u.login_count, u.failed_logins`;
const CREDENTIAL_COLUMNS = `
  c.id AS credential_id, c.user_id, c.kind, c.name, c.scopes, c.created_at AS issued_at, c.expires_at, c.last_used_at`;

export const ACCESS_QUERIES = {
  listUsers: `SELECT ${USER_COLUMNS} FROM user_account u ORDER BY u.username`,
  findUser: `SELECT ${USER_COLUMNS} FROM user_account u WHERE u.username = ?`,
  findUserByProvider: `SELECT ${USER_COLUMNS} FROM user_account u WHERE u.provider = ?`,
  findUserById: `SELECT ${USER_COLUMNS} FROM user_account u WHERE u.id = ?`,
  listUserRoles: `SELECT user_id, role FROM user_role ORDER BY user_id, role`,
  rolesOfUser: `SELECT user_id, role FROM user_role WHERE user_id = ? ORDER BY role`,
  insertUser: `
    INSERT INTO user_account (username, first_name, last_name, email, password, provider, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  updateUser: `
    UPDATE user_account SET first_name = ?, last_name = ?, email = ?, password = ?, is_active = ?, updated_at = ? WHERE id = ?`,
  deleteUser: `DELETE FROM user_account WHERE id = ?`,
  insertUserRole: `INSERT INTO user_role (user_id, role) VALUES (?, ?) ON CONFLICT DO NOTHING`,
  deleteUserRoles: `DELETE FROM user_role WHERE user_id = ?`,
  noteSuccess: `UPDATE user_account SET last_login = ?, login_count = login_count + 1, failed_logins = 0 WHERE id = ?`,
  noteFailure: `UPDATE user_account SET failed_logins = failed_logins + 1 WHERE id = ?`,

  listRoles: `SELECT name, permissions FROM role ORDER BY name`,
  upsertRole: `INSERT INTO role (name, permissions) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET permissions = excluded.permissions`,
  deleteRole: `DELETE FROM role WHERE name = ?`,
  deleteCredentialsOfRole: `DELETE FROM credential WHERE user_id IN (SELECT user_id FROM user_role WHERE role = ?)`,
  deleteRoleOfUsers: `DELETE FROM user_role WHERE role = ?`,

  insertCredential: `
    INSERT INTO credential (user_id, kind, hash, name, scopes, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  findCredential: `
    SELECT ${CREDENTIAL_COLUMNS}, ${USER_COLUMNS} FROM credential c JOIN user_account u ON u.id = c.user_id
    WHERE c.hash = ? AND c.expires_at > ? AND u.is_active = 1`,
  touchCredential: `UPDATE credential SET last_used_at = ? WHERE id = ?`,
  listCredentials: `
    SELECT ${CREDENTIAL_COLUMNS} FROM credential c WHERE c.user_id = ? AND c.expires_at > ? ORDER BY c.id DESC`,
  deleteCredential: `DELETE FROM credential WHERE user_id = ? AND id = ?`,
  /** Parameters: user, the one that stays (0: none). */
  deleteCredentials: `DELETE FROM credential WHERE user_id = ? AND id <> ?`,
  deleteExpired: `DELETE FROM credential WHERE expires_at <= ?`,

  listDagGrants: `SELECT DISTINCT role, action FROM dag_access WHERE dag_id = ? ORDER BY role, action`,
  insertGrant: `INSERT INTO dag_access (dag_id, role, action, source) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  deleteGrantsOfDag: `DELETE FROM dag_access WHERE dag_id = ? AND source = 'dag'`,
  deleteGrantsOfRole: `DELETE FROM dag_access WHERE role = ? AND source = 'role'`,
};
