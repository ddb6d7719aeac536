/**
 * The OpenAPI document as schemathesis gets it: answers must have no field that it does not tell, and ids in paths are often
 * those of things that there are, else nearly every request would only find that there is nothing.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

type Schema = { readonly [name: string]: unknown };

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly responses: { readonly [status: string]: unknown };
}

interface Document {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: { readonly schemas: { readonly [name: string]: Schema } };
}

/** What the seeded server has. */
const KNOWN: { readonly [parameter: string]: readonly (string | number)[] } = {
  dag_id: ["linear", "failing", "mapped", "with_params"],
  dag_run_id: ["r1"],
  task_id: ["extract", "load", "boom", "size", "show"],
  map_index: [-1, 0, 1],
  try_number: [1],
  task_try_number: [1],
  group_id: ["group"],
  xcom_key: ["return_value"],
  version_number: [1],
  asset_id: [1, 2],
  backfill_id: [1],
  event_log_id: [1],
  import_error_id: [1],
  variable_key: ["greeting"],
  connection_id: ["pg"],
  pool_name: ["default_pool", "small"],
  username: ["viewer"],
  role_name: ["Viewer"],
  key: ["kept"],
  section: ["server"],
  option: ["port"],
};

/** What may go: the rest must stay to be looked at. */
const SPARE: typeof KNOWN = { dag_run_id: ["spare"], variable_key: ["spare"], connection_id: ["spare"] };

export function fuzzedDocument(): Document {
  const file = join(import.meta.dirname, "..", "..", "packages", "api", "openapi.json");
  const document = JSON.parse(readFileSync(file, "utf8")) as Document;
  const sent = sentComponents(document);
  const schemas = Object.entries(document.components.schemas).map(([name, schema]) => [
    name,
    sent.has(name) ? schema : closed(schema),
  ]);
  const paths = Object.entries(document.paths).map(([path, methods]) => [
    path,
    Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, prepared(method, operation)])),
  ]);
  return {
    ...document,
    paths: Object.fromEntries(paths) as Document["paths"],
    components: { ...document.components, schemas: Object.fromEntries(schemas) as { [name: string]: Schema } },
  };
}

function prepared(method: string, operation: Operation): Operation {
  const known = method === "delete" ? SPARE : KNOWN;
  const parameters = operation.parameters.map((parameter) => {
    const ids = parameter.in === "path" ? known[parameter.name] : undefined;
    return ids === undefined ? parameter : { ...parameter, schema: { anyOf: [{ enum: ids }, parameter.schema] } };
  });
  return { ...operation, parameters, responses: closed(operation.responses) };
}

/** No field but those that are told. */
function closed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(closed) as Value;
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, closed(part)]));
  const isOpen = "properties" in parts && parts["type"] === "object" && !("additionalProperties" in parts);
  return { ...asList(parts), ...(isOpen ? { additionalProperties: false } : {}) } as Value;
}

/** schemathesis writes `prefixItems` in the words of an older draft, and then refuses them: a row is a list of any of its parts. */
function asList(schema: Schema): Schema {
  const { prefixItems, ...rest } = schema;
  return Array.isArray(prefixItems) ? { ...rest, items: { anyOf: prefixItems } } : schema;
}

/** Names of what requests are made of: what may be sent is not made narrower. */
function sentComponents({ paths, components }: Document): ReadonlySet<string> {
  const bodies = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map((operation) => (operation as { requestBody?: unknown }).requestBody),
  );
  const found = new Set<string>();
  const look = (value: unknown): void => {
    for (const [, name = ""] of JSON.stringify(value ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (found.has(name)) continue;
      found.add(name);
      look(components.schemas[name]);
    }
  };
  look(bodies);
  return found;
}
