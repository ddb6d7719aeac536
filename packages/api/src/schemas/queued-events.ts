/** Questions about the queues of DAGs that wait for assets. */
import { z } from "zod";
import { QueuedEventCollection, QueuedEventResponse } from "./asset-answers.ts";
import { id } from "./choices.ts";
import { instant } from "./query.ts";

/** By asset, by DAG, by both: whichever of them is in the path. */
const asked = {
  params: z.object({ asset_id: id.optional(), dag_id: z.string().optional() }),
  query: z.object({ before: instant.optional().describe("Only what came before this moment") }),
};

export const list = { ...asked, answers: { 200: QueuedEventCollection } };
export const one = { ...asked, answers: { 200: QueuedEventResponse } };
export const removal = { ...asked, answers: { 204: null } };
