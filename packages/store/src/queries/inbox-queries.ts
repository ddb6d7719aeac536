/** Texts about the inbox of attempt events, for every database. */
export const INBOX_QUERIES = {
  insert: `INSERT INTO inbox (event, received_at) VALUES (?, ?)`,
  select: `SELECT id, event FROM inbox ORDER BY id LIMIT ?`,
};
