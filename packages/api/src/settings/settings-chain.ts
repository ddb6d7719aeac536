/** Where variables and connections are looked for, one place after another: Airflow's order of secrets backends. */
import type { Settings } from "../task-questions.ts";

/** The first place that knows it answers: a secrets backend, the environment, the store. */
export function settingsChain(places: readonly Settings[]): Settings {
  return {
    variable: (key) => firstOf(places, (place) => place.variable(key)),
    connection: (id) => firstOf(places, (place) => place.connection(id)),
  };
}

async function firstOf<Value>(
  places: readonly Settings[],
  ask: (place: Settings) => Promise<Value | undefined>,
): Promise<Value | undefined> {
  for (const place of places) {
    const value = await ask(place);
    if (value !== undefined) return value;
  }
  return undefined;
}
