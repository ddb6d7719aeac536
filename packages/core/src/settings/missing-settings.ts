/** What is said of a variable or a connection that is nowhere: how to set it, in the store or in the environment. */

export function setVariableHint(key: string): string {
  return `set it with \`momiji variables set ${key} VALUE\`, or in the environment as ${namesOf("VAR", key)}`;
}

export function missingConnection(id: string): string {
  return `there is no connection "${id}": ${addConnectionHint(id)}`;
}

export function addConnectionHint(id: string): string {
  return `add it with \`momiji connections add ${id} --conn-uri URI\`, or in the environment as ${namesOf("CONN", id)}`;
}

/** The environment of whatever process runs the tasks. */
function namesOf(kind: "VAR" | "CONN", name: string): string {
  const upper = name.toUpperCase();
  return `MOMIJI_${kind}_${upper} or AIRFLOW_${kind}_${upper}`;
}
