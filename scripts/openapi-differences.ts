/**
 * `node --conditions=source scripts/openapi-differences.ts`: the operations of Airflow's REST API beside ours, path by path:
 * which are missing, which are named otherwise; and what their answers have that ours have not. With `--extra` also ours that
 * Airflow does not have.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
}

export interface Differences {
  readonly missing: readonly Operation[];
  /** The same method and path under another name. */
  readonly renamed: readonly { readonly airflow: Operation; readonly ours: string }[];
  readonly extra: readonly Operation[];
}

export function differences(airflow: readonly Operation[], ours: readonly Operation[]): Differences {
  const own = new Map(ours.map((each) => [keyOf(each), each]));
  const theirs = new Set(airflow.map(keyOf));
  return {
    missing: airflow.filter((each) => !own.has(keyOf(each))),
    renamed: airflow.flatMap((each) => {
      const found = own.get(keyOf(each));
      return found === undefined || found.operationId === each.operationId
        ? []
        : [{ airflow: each, ours: found.operationId }];
    }),
    extra: ours.filter((each) => !theirs.has(keyOf(each))),
  };
}

/** Names of parameters do not count: `/dags/{dag_id}` is `/dags/{id}`. */
function keyOf({ method, path }: Operation): string {
  return `${method} ${path.replaceAll(/\{\w+\}/g, "{}")}`;
}

export function airflowOperations(): readonly Operation[] {
  const file = join(import.meta.dirname, "..", "conformance", "airflow-operations.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { operations: readonly Operation[] }).operations;
}

/** Those of the generated document, which `npm run check` holds to the code. */
export function ownOperations(): readonly Operation[] {
  const file = join(import.meta.dirname, "..", "packages", "api", "openapi.json");
  const { paths } = JSON.parse(readFileSync(file, "utf8")) as {
    paths: { readonly [path: string]: { readonly [method: string]: { readonly operationId: string } } };
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({ method: method.toUpperCase(), path, operationId })),
  );
}

/** Properties by the name of the component. */
export interface Answers {
  readonly [component: string]: readonly string[];
}

/** Components of answers that differ for a reason. */
export const OTHERWISE: { readonly [name: string]: string } = {
  PluginResponse: "there are no plugins here: lists of them are empty",
  AppBuilderMenuItemResponse: "part of a plugin",
  AppBuilderViewResponse: "part of a plugin",
  ExternalViewResponse: "part of a plugin",
  FastAPIAppResponse: "part of a plugin",
  FastAPIRootMiddlewareResponse: "part of a plugin",
  ReactAppResponse: "part of a plugin",
  HITLDetailHistory: "the question of an earlier try is answered as that of the last: HITLDetail, which has all of it",
  TriggerResponse: "tasks wait without a triggerer here: `trigger` is null",
  XComResponseString: "with `stringify` the value of XComResponseNative is a text",
};

/** What answers of Airflow have and ours have not, and for which no reason is given. */
export function answerDifferences(airflow: Answers, ours: Answers): readonly string[] {
  return Object.entries(airflow).flatMap(([name, properties]) => {
    if (Object.hasOwn(OTHERWISE, name)) return [];
    const own = ours[name];
    if (own === undefined) return [name];
    return properties.filter((each) => !own.includes(each)).map((each) => `${name}.${each}`);
  });
}

export function airflowAnswers(): Answers {
  const file = join(import.meta.dirname, "..", "conformance", "airflow-answers.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { components: Answers }).components;
}

export function ownAnswers(): Answers {
  const file = join(import.meta.dirname, "..", "packages", "api", "openapi.json");
  const { components } = JSON.parse(readFileSync(file, "utf8")) as {
    components: { schemas: { readonly [name: string]: { readonly properties?: object } } };
  };
  return Object.fromEntries(
    Object.entries(components.schemas).map(([name, { properties = {} }]) => [name, Object.keys(properties)]),
  );
}

if (import.meta.main) {
  const airflow = airflowOperations();
  const { missing, renamed, extra } = differences(airflow, ownOperations());
  const lineOf = ({ method, path, operationId }: Operation): string => `${method} ${path} (${operationId})`;
  for (const each of missing) process.stdout.write(`missing: ${lineOf(each)}\n`);
  for (const { airflow: their, ours } of renamed) process.stdout.write(`named ${ours}: ${lineOf(their)}\n`);
  for (const name of answerDifferences(airflowAnswers(), ownAnswers())) process.stdout.write(`not answered: ${name}\n`);
  for (const [name, reason] of Object.entries(OTHERWISE)) process.stdout.write(`otherwise: ${name}: ${reason}\n`);
  if (process.argv.includes("--extra")) for (const each of extra) process.stdout.write(`ours: ${lineOf(each)}\n`);
  process.stdout.write(`${airflow.length - missing.length} of ${airflow.length} operations\n`);
}
