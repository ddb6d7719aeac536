/** Which variables and connections a DAG names in its document. What the code of functions asks for is not in there. */
import type { DagSpec } from "@momiji/core";

export interface SettingUses {
  readonly variables: readonly string[];
  readonly connections: readonly string[];
}

/** `var.value.key`, `var.json.key.field`, `var.value.get("key")`; in JSON, where quotes are escaped. */
const VARIABLE = /(?<![\w.])var\.(?:value|json)\.(?:get\(\s*(?:\\?["'])([^"'\\]+)|(\w+))/g;
/** `conn.id`, `conn.get("id")` */
const CONNECTION = /(?<![\w.])conn\.(?:get\(\s*(?:\\?["'])([^"'\\]+)|(\w+))/g;
/** The params of operators that name one: `connection`, Airflow's `aws_conn_id`, ... */
const CONNECTION_PARAM = /"(?:connection|connectionId|(?:\w+_)?conn_id|\w*[cC]onnId)":"([^"\\{]+)"/g;

export function settingUses({ tasks, callbacks }: DagSpec): SettingUses {
  const text = JSON.stringify([tasks, callbacks]);
  return {
    variables: found(text, VARIABLE),
    connections: [...new Set([...found(text, CONNECTION), ...found(text, CONNECTION_PARAM)])].toSorted(),
  };
}

/** What the first group that matched holds, each once. */
function found(text: string, pattern: RegExp): readonly string[] {
  const names = Array.from(text.matchAll(pattern), ([, ...groups]) => groups.find((group) => group !== undefined));
  return [...new Set(names.flatMap((name) => name ?? []))].toSorted();
}
