/** What an object may be waited for: a condition of its status, or a field. */
import type { Json } from "@momiji/core";
import type { ApiObject } from "../client/objects.ts";

/** Of objects of this kind; absent: of every object. */
type OfKind = { readonly kind?: string };

export type ObjectTest =
  /** A condition in `status.conditions`: `{ condition: "Available" }`. `status` is `"True"` unless said. */
  | (OfKind & { readonly condition: string; readonly status?: string })
  /** A field: `{ path: "status.phase", equals: "Bound" }`; without `equals`: it has any value. Numbers are places in a list. */
  | (OfKind & { readonly path: string; readonly equals?: string | readonly string[] });

interface Observed extends ApiObject {
  readonly metadata: ApiObject["metadata"] & { readonly generation?: number };
  readonly status?: { readonly observedGeneration?: number; readonly conditions?: readonly Condition[] };
}

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly observedGeneration?: number;
}

/** One, several or none, as a list. */
export function testsOf(given: ObjectTest | readonly ObjectTest[] | undefined): readonly ObjectTest[] {
  return given === undefined ? [] : [given].flat();
}

export function concerns(test: ObjectTest, kind: string): boolean {
  return test.kind === undefined || test.kind === kind;
}

/** False too if what the status says is of an older version of the object. */
export function holds(object: ApiObject, test: ObjectTest): boolean {
  const { metadata, status } = object as Observed;
  const isOld = (seen: number | undefined): boolean => seen !== undefined && seen < (metadata.generation ?? 0);
  if ("condition" in test) {
    const condition = conditionOf(object, test.condition);
    const isNews = !isOld(condition?.observedGeneration ?? status?.observedGeneration);
    return isNews && (condition?.status ?? "").toLowerCase() === (test.status ?? "True").toLowerCase();
  }
  if (isOld(status?.observedGeneration)) return false;
  const value = textAt(object, test.path);
  return test.equals === undefined ? value !== "" : [test.equals].flat().includes(value);
}

/** What is the case, for people. */
export function inWords(object: ApiObject, test: ObjectTest): string {
  if ("path" in test) return `${test.path} is ${JSON.stringify(textAt(object, test.path))}`;
  const condition = conditionOf(object, test.condition);
  if (condition === undefined) return `it has no condition ${test.condition}`;
  const why = [condition.reason, condition.message].filter((text) => text !== undefined && text !== "").join(": ");
  return `its condition ${test.condition} is ${condition.status}${why === "" ? "" : ` (${why})`}`;
}

/** What is wanted, for people. */
export function wantedInWords(test: ObjectTest): string {
  if ("condition" in test) return `condition ${test.condition}=${test.status ?? "True"}`;
  return `${test.path}${test.equals === undefined ? "" : `=${[test.equals].flat().join("|")}`}`;
}

function conditionOf(object: ApiObject, type: string): Condition | undefined {
  const { conditions = [] } = (object as Observed).status ?? {};
  return conditions.find((one) => one.type.toLowerCase() === type.toLowerCase());
}

/** Empty: there is none. */
function textAt(object: ApiObject, path: string): string {
  let value = object as unknown as Json | undefined;
  for (const step of path.replace(/^\./, "").split("."))
    value =
      value !== null && typeof value === "object" ? (value as { readonly [name: string]: Json })[step] : undefined;
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
