/** Airflow's bulk requests: actions one after another, each entity on its own, with what became of each. */
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
}

interface ActionResult {
  success: string[];
  errors: { error: string; status_code: number }[];
}

export async function runBulk<Fields>(entities: Entities<Fields>, actions: readonly BulkAction[]) {
  const results: { create: ActionResult | null; update: ActionResult | null; delete: ActionResult | null } = {
    create: null,
    update: null,
    delete: null,
  };
  for (const action of actions) {
    const result = (results[action.action] ??= { success: [], errors: [] });
    for (const entity of action.entities) await runOne(entities, { action, entity }, result);
  }
  return results;
}

async function runOne<Fields>(
  entities: Entities<Fields>,
  { action, entity }: { action: BulkAction; entity: unknown },
  result: ActionResult,
): Promise<void> {
  try {
    const name = await act(entities, action, entity);
    if (name !== null) result.success.push(name);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    result.errors.push({ error: error.message, status_code: error.status });
  }
}

/** The name of what was done; null: it was passed over, as was asked. */
async function act<Fields>(entities: Entities<Fields>, action: BulkAction, entity: unknown): Promise<string | null> {
  const fields = typeof entity === "string" ? null : entities.read(entity);
  const name = fields === null ? (entity as string) : entities.nameOf(fields);
  if (action.action !== "create" && action.onAbsence === "skip" && !(await entities.exists(name))) return null;
  if (action.action === "delete") await entities.remove(name);
  else if (fields !== null && action.action === "update") await entities.update(name, fields, action.mask);
  else if (
    fields !== null &&
    !(await entities.create(fields, action.onExistence === "overwrite" ? "always" : "absent"))
  ) {
    if (action.onExistence === "skip") return null;
    throw entities.existsError(name);
  }
  return name;
}
