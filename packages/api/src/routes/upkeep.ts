/** What keeps an installation in order: keys. Ours, not Airflow's: beside its API. */
import type { ApiOptions } from "../api-options.ts";
import { generateKey } from "../settings/key-ring.ts";
import { rotateKeys } from "../settings/rotate-keys.ts";
import { route, type Route } from "../route.ts";

export function upkeepRoutes({ store, keys, saveKey }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "POST",
      path: "/api/momiji/v1/rotate-keys",
      operationId: "rotate_keys",
      access: { thing: "keys", may: "edit" },
      schemas: async () => (await import("../schemas/upkeep.ts")).rotateKeys,
      handle: async ({ body }) => {
        if (body.new_key) {
          const key = generateKey();
          // It must be on disk before a secret needs it.
          saveKey(key);
          keys.add(key);
        }
        const { resealed, unreadable, unused } = await rotateKeys(store, keys);
        return {
          key_id: keys.newest,
          resealed,
          unreadable: unreadable.map(({ kind, id, sealed }) => ({ kind, id, key_id: sealed.keyId })),
          unused_key_ids: unused,
        };
      },
    }),
  ];
}
