/** The assets that wait in the queues of DAGs: look, and take out. */
import type { QueuedAssetFilter, QueuedAssetRecord } from "@momiji/store";
import type { FastifyInstance } from "fastify";
import type { ApiOptions } from "../api-options.ts";
import { instant } from "../asset-filters.ts";
import { ApiError } from "../errors.ts";
import { presentInstant } from "../present.ts";
import { readId } from "./assets.ts";

interface Path {
  Params: { dag_id?: string; asset_id?: string };
  Querystring: { [name: string]: string | string[] | undefined };
}

const BY_ASSET = "/api/v2/assets/:asset_id/queuedEvents";
const BY_DAG = "/api/v2/dags/:dag_id/assets/queuedEvents";
const BY_BOTH = "/api/v2/dags/:dag_id/assets/:asset_id/queuedEvents";

export function queuedEventRoutes(server: FastifyInstance, { store }: ApiOptions): void {
  const present = async (records: readonly QueuedAssetRecord[]) => {
    const dagIds = [...new Set(records.map(({ dagId }) => dagId))];
    const dags = dagIds.length === 0 ? [] : await store.listDags({ dagIds, includeInactive: true });
    const names = new Map(dags.map(({ dagId, spec }) => [dagId, spec.displayName ?? dagId]));
    return records.map(({ dagId, assetId, queuedAt }) => ({
      dag_id: dagId,
      asset_id: assetId,
      created_at: presentInstant(queuedAt),
      dag_display_name: names.get(dagId) ?? dagId,
    }));
  };

  for (const url of [BY_ASSET, BY_DAG]) {
    server.get<Path>(url, async ({ params, query }) => {
      const found = await present(await store.listQueuedAssets(filterOf(params, query)));
      return { queued_events: found, total_entries: found.length };
    });
  }

  server.get<Path>(BY_BOTH, async ({ params, query }) => {
    const [found] = await present(await store.listQueuedAssets(filterOf(params, query)));
    if (found === undefined) throw new ApiError("queued_event_not_found", [wordsOf(params, "Queued")]);
    return found;
  });

  for (const url of [BY_ASSET, BY_DAG, BY_BOTH]) {
    server.delete<Path>(url, async ({ params, query }, reply) => {
      const filter = filterOf(params, query);
      if ((await store.deleteQueuedAssets(filter)) > 0) return reply.status(204).send();
      const word = params.dag_id !== undefined && params.asset_id !== undefined ? "Queued" : "Queue";
      throw new ApiError("queued_event_not_found", [wordsOf(params, word)]);
    });
  }
}

function filterOf({ dag_id: dagId, asset_id: assetId }: Path["Params"], query: Path["Querystring"]): QueuedAssetFilter {
  const before = instant(query, "before");
  return {
    ...(dagId === undefined ? {} : { dagId }),
    ...(assetId === undefined ? {} : { assetId: readId(assetId, "asset_id") }),
    ...(before === undefined ? {} : { before }),
  };
}

function wordsOf({ dag_id: dagId, asset_id: assetId }: Path["Params"], word: string): string {
  const parts = [
    ...(dagId === undefined ? [] : [`dag_id: \`${dagId}\``]),
    ...(assetId === undefined ? [] : [`asset_id: \`${assetId}\``]),
  ];
  return `${word} event with ${parts.join(" and ")}`;
}
