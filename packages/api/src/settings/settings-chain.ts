/** Where variables and connections are looked for, one place after another: Airflow's order of secrets backends. */
import type { Settings } from "../task-questions.ts";

/** The first place that knows it answers: a secrets backend, the environment, the store. */
export function settingsChain(places: readonly Settings[]): Settings {
  return {
    async variable(key) {
      for (const place of places) {
        const value = await place.variable(key);
        if (value !== undefined) return value;
      }
      return undefined;
    },
    async connection(id) {
      for (const place of places) {
        const value = await place.connection(id);
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
}
