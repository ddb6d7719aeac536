/** What keeps an installation in order: keys. Ours, not Airflow's: beside its API. */
import type { FastifyInstance } from "fastify";
import type { ApiOptions } from "../api-options.ts";
import { generateKey } from "../settings/key-ring.ts";
import { rotateKeys } from "../settings/rotate-keys.ts";

export function upkeepRoutes(server: FastifyInstance, { store, keys, saveKey }: ApiOptions): void {
  server.post<{ Body: { new_key?: boolean } | null }>("/api/momiji/v1/rotate-keys", async ({ body }) => {
    if (body?.new_key === true) {
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
  });
}
