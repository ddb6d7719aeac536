/**
 * Variables and connections from the environment: `AIRFLOW_VAR_KEY`, `MOMIJI_VAR_KEY`, `AIRFLOW_CONN_ID`,
 * `MOMIJI_CONN_ID` (names upper case, as Airflow's environment secrets backend). A connection is a URI or JSON.
 */
import type { ProvidedSetting, Settings } from "@momiji/api";
import { connectionForTask, ConnectionInvalid, isSensitiveName, parseConnectionText, secretsIn } from "@momiji/core";

export type Environment = { readonly [name: string]: string | undefined };

export function environmentSettings(env: Environment): Settings {
  return {
    variable: async (key) => env[`MOMIJI_VAR_${key.toUpperCase()}`] ?? env[`AIRFLOW_VAR_${key.toUpperCase()}`],
    connection: async (id) => {
      const text = env[`MOMIJI_CONN_${id.toUpperCase()}`] ?? env[`AIRFLOW_CONN_${id.toUpperCase()}`];
      return text === undefined ? undefined : parseConnectionText(id, text);
    },
  };
}

/** Their names, for people: each stands before what the store has under the same name. */
export function providedBy(env: Environment): readonly ProvidedSetting[] {
  return Object.keys(env)
    .toSorted()
    .flatMap((source) => {
      const [, kind, name = ""] = /^(?:MOMIJI|AIRFLOW)_(CONN|VAR)_(.+)$/.exec(source) ?? [];
      if (kind === undefined) return [];
      return [{ kind: kind === "VAR" ? "variable" : "connection", name: name.toLowerCase(), source } as const];
    });
}

/** What must not be printed: passwords of connections and the values of variables whose names say so. */
export function secretsOf(env: Environment): string[] {
  const secrets: string[] = [];
  for (const [name, text] of Object.entries(env)) {
    if (text === undefined || text === "") continue;
    const connection = /^(?:MOMIJI|AIRFLOW)_CONN_(.+)$/.exec(name);
    if (connection?.[1] !== undefined) secrets.push(...secretsOfConnection(connection[1], text));
    const variable = /^(?:MOMIJI|AIRFLOW)_VAR_(.+)$/.exec(name);
    if (variable?.[1] !== undefined && isSensitiveName(variable[1])) secrets.push(text);
  }
  return secrets;
}

/** One that cannot be read is told to the task that asks for it; until then all of it is a secret. */
function secretsOfConnection(id: string, text: string): string[] {
  try {
    return secretsIn(connectionForTask(parseConnectionText(id, text)));
  } catch (error) {
    if (error instanceof ConnectionInvalid) return [text];
    throw error;
  }
}
