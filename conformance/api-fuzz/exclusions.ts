/** What schemathesis does not try, and what it may not expect, each with its reason; nothing else is left out. */
import { fuzzedDocument } from "./fuzzed-document.ts";

export interface Exclusion {
  readonly operationId: string;
  readonly reason: string;
}

export const EXCLUDED: readonly Exclusion[] = [
  {
    operationId: "stream_events",
    reason: "its answer is a stream that ends with the session; packages/api/src/live/events.test.ts reads it",
  },
  {
    operationId: "wait_dag_run_until_finished",
    reason: "its answer ends with the run, which may wait for years; packages/api/src/server.test.ts reads it",
  },
  { operationId: "logout", reason: "it ends the token that the other requests are sent with" },
  { operationId: "delete_token", reason: "it may end the token that the other requests are sent with" },
  {
    operationId: "oidc_login",
    reason: "there only with an OpenID provider; packages/api/src/access/oidc.test.ts has one",
  },
  { operationId: "oidc_callback", reason: "there only with an OpenID provider" },
];

export interface Unexpected {
  readonly check: string;
  /** A regular expression; absent: everywhere. */
  readonly paths?: string;
  /** Statuses that are as good as those that the check expects; absent: it is off there. */
  readonly alsoGood?: readonly string[];
  readonly reason: string;
}

/** Paths beside which there is one with a parameter in the place of a name: `/backfills/dry_run` and `/backfills/{backfill_id}`. */
const LITERAL = `^(${besidesParameters(Object.keys(fuzzedDocument().paths)).join("|")})$`;

function besidesParameters(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => paths.some((other) => other !== path && isOf(other, path))).map(escaped);
}

function isOf(pattern: string, path: string): boolean {
  const given = path.split("/");
  const wanted = pattern.split("/");
  return wanted.length === given.length && wanted.every((part, at) => part.startsWith("{") || part === given[at]);
}

/** `RegExp.escape` also escapes what schemathesis' regular expressions (Python's) do not know. */
function escaped(path: string): string {
  return path.replaceAll(/[{}.]/g, String.raw`\$&`);
}

export const UNEXPECTED: readonly Unexpected[] = [
  {
    check: "positive_data_acceptance",
    alsoGood: ["400", "422"],
    reason:
      "what a JSON schema cannot say is refused so, as by Airflow (api-examples.json): an order_by that is no column, a name in the body that is not that of the path, dates without a run",
  },
  {
    check: "unsupported_method",
    paths: LITERAL,
    reason: "as in Airflow `GET /backfills/dry_run` is `GET /backfills/{backfill_id}`, and refuses the id",
  },
  {
    check: "allow_header_conformance",
    paths: LITERAL,
    reason: "for the same reason `Allow` names the methods of the path with a parameter too",
  },
];

/** As schemathesis reads them. */
export function configText(): string {
  const parts = UNEXPECTED.map(({ check, paths, alsoGood }) => {
    const prefix = paths === undefined ? "" : `[[operations]]\ninclude-path-regex = ${JSON.stringify(paths)}\n`;
    const good = ["2xx", "3xx", "401", "403", "404", "409", "429", ...(alsoGood ?? [])];
    const rule = alsoGood === undefined ? "enabled = false" : `expected-statuses = ${JSON.stringify(good)}`;
    return `${prefix}${paths === undefined ? `[checks.${check}]\n` : `checks.${check}.`}${rule}\n`;
  });
  return parts.join("\n");
}
