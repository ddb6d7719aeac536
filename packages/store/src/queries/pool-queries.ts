/** Texts about pools, for every database. */
export const POOL_QUERIES = {
  select: `SELECT name, slots, include_deferred, description FROM pool ORDER BY name`,
  upsert: `
    INSERT INTO pool (name, slots, include_deferred, description) VALUES (?, ?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET
      slots = excluded.slots, include_deferred = excluded.include_deferred, description = excluded.description`,
  delete: `DELETE FROM pool WHERE name = ?`,
};
