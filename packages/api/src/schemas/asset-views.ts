/** Assets as the user interface shows them. */
import { z } from "zod";
import { Count, Instant } from "./answer.ts";
import { AssetResponse } from "./asset-answers.ts";
import { flagOr, id, order } from "./choices.ts";
import { Active, LastRun, Next } from "./dag-row-answers.ts";
import { page, text, wholeOf } from "./query.ts";

const Usual = z
  .int()
  .nullable()
  .meta({ description: "The usual time between two events, in milliseconds; null: too few to say" });

const AssetRow = AssetResponse.extend({ usualMs: Usual }).meta({
  id: "AssetRow",
  description: "An asset and how often it changes",
});

export const rows = {
  query: z.object({
    ...page,
    limit: wholeOf(0, { otherwise: 50, most: 1000 }).describe("Assets; at most 1,000"),
    q: text.default("").meta({ type: "string", default: "", description: "A part of the name, the URI or the group" }),
    only_active: flagOr(true).describe("False: also assets that no DAG names any more"),
    order_by: order("id", "name", "uri", "group", "created_at", "updated_at", "last_event"),
  }),
  answers: {
    200: z
      .strictObject({
        rows: z.array(AssetRow),
        total: Count.meta({ description: "Assets that the filter leaves" }),
      })
      .meta({ id: "AssetRows", description: "A page of the list of assets" }),
  },
};

const Faring = {
  dagId: z.string(),
  isPaused: z.boolean(),
  isActive: z.boolean().meta({ description: "False: its file is gone" }),
  lastRun: LastRun.nullable(),
  active: Active,
  next: Next,
};

const Producer = z
  .strictObject({ ...Faring, taskIds: z.array(z.string()) })
  .meta({ id: "AssetProducer", description: "A DAG that makes an asset, and how it fares" });

const Consumer = z
  .strictObject({
    ...Faring,
    wanted: z
      .array(
        z.strictObject({
          kind: z.enum(["asset", "alias"]),
          name: z.string(),
          arrived: Instant.nullable().meta({
            description: "When its first event since the last run came; null: none did",
          }),
        }),
      )
      .meta({ description: "All that the DAG waits for" }),
    onEvent: z
      .strictObject({
        effect: z.enum(["starts", "waits", "paused"]).meta({ description: "`paused`: it takes no note of events" }),
        waitsFor: z.array(z.string()).meta({ description: "What it waits for besides" }),
      })
      .meta({ description: "What one more event of the asset would do to it now" }),
  })
  .meta({ id: "AssetConsumer", description: "A DAG that waits for an asset, and how far it is" });

export const overview = {
  params: z.object({ asset_id: id }),
  answers: {
    200: z
      .strictObject({
        asset: AssetResponse,
        at: Instant,
        usualMs: Usual,
        producers: z.array(Producer),
        consumers: z.array(Consumer),
      })
      .meta({ id: "AssetOverview", description: "Who makes an asset, who waits for it, and how they fare" }),
  },
};
