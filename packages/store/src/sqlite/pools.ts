/** Pools. */
import { POOL_QUERIES } from "../queries/pool-queries.ts";
import type { PoolRecord } from "../settings-store.ts";
import type { Connection } from "./connection.ts";

interface PoolRow {
  readonly name: string;
  readonly slots: number;
  readonly include_deferred: number;
  readonly description: string | null;
}

export function listPools(db: Connection): PoolRecord[] {
  return db.all<PoolRow>(POOL_QUERIES.select).map((row) => ({
    name: row.name,
    slots: row.slots,
    includeDeferred: row.include_deferred === 1,
    description: row.description,
  }));
}

export function setPool(db: Connection, pool: PoolRecord): void {
  db.run(POOL_QUERIES.upsert, pool.name, pool.slots, pool.includeDeferred ? 1 : 0, pool.description);
}

export function removePool(db: Connection, name: string): boolean {
  return db.run(POOL_QUERIES.delete, name) > 0;
}
