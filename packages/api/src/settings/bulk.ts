/** Airflow's bulk requests: actions one after another, each entity on its own, with what became of each. */
import type { Json } from "@momiji/core";
import { ApiError } from "../errors.ts";
import type { BulkAction } from "./settings-bodies.ts";

/** How one kind of thing is made, changed and removed. Refusals are `ApiError`s. */
export interface Entities<Fields> {
  read(body: unknown): Fields;
  nameOf(fields: Fields): string;
  exists(name: string): Promise<boolean>;
  /** `always`: over one that is there. False: there is one. */
  create(fields: Fields, when: "always" | "absent"): Promise<boolean>;
  update(name: string, fields: Fields, mask: readonly string[] | null): Promise<void>;
  remove(name: string): Promise<void>;
  existsError(name: string): ApiError;
  /** What the event log may say of one, without its secrets; null: there is none. */
  logged(name: string): Promise<Json>;
}

interface ActionResult {
  success: string[];
  errors: { error: string; status_code: number }[];
}

/** What a thing was before a change, and what it is after it; null: it is not there. */
export interface Change {
  readonly before: Json;
  readonly after: Json;
}

/** Makes a change, and says what it changed. */
export async function changing<Fields>(
  entities: Entities<Fields>,
  name: string,
  change: () => Promise<void>,
): Promise<Change> {
  const before = await entities.logged(name);
  await change();
  return { before, after: await entities.logged(name) };
}

export async function runBulk<Fields>(
  entities: Entities<Fields>,
  actions: readonly BulkAction[],
  changed: (change: Change) => void,
) {
  const results: { create: ActionResult | null; update: ActionResult | null; delete: ActionResult | null } = {
    create: null,
    update: null,
    delete: null,
  };
  for (const action of actions) {
    const result = (results[action.action] ??= { success: [], errors: [] });
    for (const entity of action.entities) await runOne(entities, { action, entity, changed }, result);
  }
  return results;
}

async function runOne<Fields>(
  entities: Entities<Fields>,
  { action, entity, changed }: { action: BulkAction; entity: unknown; changed: (change: Change) => void },
  result: ActionResult,
): Promise<void> {
  try {
    const fields = typeof entity === "string" ? null : entities.read(entity);
    const name = fields === null ? (entity as string) : entities.nameOf(fields);
    let isDone = false;
    const change = await changing(entities, name, async () => {
      isDone = await act(entities, action, { name, fields });
    });
    if (!isDone) return;
    changed(change);
    result.success.push(name);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    result.errors.push({ error: error.message, status_code: error.status });
  }
}

/** False: it was passed over, as was asked. */
async function act<Fields>(
  entities: Entities<Fields>,
  action: BulkAction,
  { name, fields }: { readonly name: string; readonly fields: Fields | null },
): Promise<boolean> {
  if (action.action !== "create" && action.onAbsence === "skip" && !(await entities.exists(name))) return false;
  if (action.action === "delete") await entities.remove(name);
  else if (fields !== null && action.action === "update") await entities.update(name, fields, action.mask);
  else if (
    fields !== null &&
    !(await entities.create(fields, action.onExistence === "overwrite" ? "always" : "absent"))
  ) {
    if (action.onExistence === "skip") return false;
    throw entities.existsError(name);
  }
  return true;
}
