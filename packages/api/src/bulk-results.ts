/** What became of the actions of a bulk request: Airflow's `BulkResponse`. An entity that is refused stops no other. */
import { ApiError } from "./errors.ts";

type ActionName = "create" | "update" | "delete";

interface ActionResult {
  readonly success: string[];
  readonly errors: { readonly error: string; readonly status_code: number }[];
}

export class BulkResults {
  readonly #results: { [name in ActionName]: ActionResult | null } = { create: null, update: null, delete: null };

  /** Does it, and notes its name, or why it was refused. */
  async attempt(action: ActionName, work: () => Promise<string | null>): Promise<void> {
    const result = this.begin(action);
    try {
      const name = await work();
      if (name !== null) result.success.push(name);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      result.errors.push({ error: error.message, status_code: error.status });
    }
  }

  /** An action without entities has a result too. */
  begin(action: ActionName): ActionResult {
    return (this.#results[action] ??= { success: [], errors: [] });
  }

  answer(): { readonly [name in ActionName]: ActionResult | null } {
    return this.#results;
  }
}
