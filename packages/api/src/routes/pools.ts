/** Pools, with who holds their slots. */
import { DEFAULT_POOL } from "@momiji/core";
import type { PoolRecord } from "@momiji/store";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { expectationOf, requireExpected } from "../preview/expectation.ts";
import { type PoolChange, poolPreview } from "../preview/pool-preview.ts";
import type { Entities } from "../settings/bulk.ts";
import { poolUsage, presentPool } from "../settings/pool-usage.ts";
import type { PoolFields } from "../settings/settings-bodies.ts";
import type { Call, Route } from "../route.ts";
import { settingsRoutes, touched } from "./settings.ts";

export function poolRoutes({ store }: ApiOptions): readonly Route[] {
  const known = async (name: string): Promise<PoolRecord> => {
    const pool = (await store.listPools()).find((each) => each.name === name);
    if (pool === undefined) throw new ApiError("pool_not_found", [name]);
    return pool;
  };
  const exists = async (name: string): Promise<boolean> => (await store.listPools()).some((pool) => pool.name === name);
  const entities = async (): Promise<Entities<PoolFields>> => {
    const { readPool } = await import("../settings/settings-bodies.ts");
    return {
      read: readPool,
      nameOf: ({ name }) => name,
      exists,
      logged: async (name) => {
        const pool = (await store.listPools()).find((each) => each.name === name);
        return pool === undefined ? null : { ...pool };
      },
      existsError: (name) => new ApiError("pool_exists", [name]),
      create: async (fields, when) => {
        if (when === "absent" && (await exists(fields.name))) return false;
        await store.setPool(recordOf(fields));
        return true;
      },
      update: async (name, fields, mask) => {
        await store.setPool(changed(await known(name), touched(fields, mask)));
      },
      remove: async (name) => {
        if (name === DEFAULT_POOL) throw new ApiError("default_pool_stays");
        if (!(await store.removePool(name))) throw new ApiError("pool_not_found", [name]);
      },
    };
  };
  return settingsRoutes({
    kind: "pools",
    name: "name",
    list: async () => {
      const usage = await poolUsage(store);
      return (await store.listPools()).map((pool) => presentPool(pool, usage.get(pool.name)));
    },
    show: async (name) => {
      const pool = await known(name);
      return presentPool(pool, (await poolUsage(store)).get(name));
    },
    readPatch: async (body) => (await import("../settings/settings-bodies.ts")).readPoolPatch(body),
    entities,
    requireExpected: (name, change, call) => requireShown(store, { name, change }, call),
  });
}

function recordOf({ name, slots, description = null, include_deferred }: PoolFields): PoolRecord {
  return { name, slots, description, includeDeferred: include_deferred };
}

function changed(before: PoolRecord, { slots, description, include_deferred }: Partial<PoolFields>): PoolRecord {
  return {
    name: before.name,
    slots: slots ?? before.slots,
    description: description === undefined ? before.description : description,
    includeDeferred: include_deferred ?? before.includeDeferred,
  };
}

type Shown = Pick<Call, "headers" | "mayDag">;

/** @throws PreviewChanged */
async function requireShown(
  store: ApiOptions["store"],
  change: { readonly name: string; readonly change: PoolChange | null },
  { headers, mayDag }: Shown,
): Promise<void> {
  const { expects } = expectationOf(headers);
  if (expects !== undefined) requireExpected(expects, await poolPreview(store, change, { mayDag }));
}
