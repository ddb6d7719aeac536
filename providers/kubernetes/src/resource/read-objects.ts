/** The objects that `resources` is. */
import { parseAllDocuments } from "yaml";
import type { ApiObject, JsonObject } from "../client/objects.ts";
import type { KubernetesResourceParams } from "./resource-params.ts";
import { concerns, testsOf, wantedInWords } from "./object-test.ts";

export interface NamedObject extends ApiObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ApiObject["metadata"] & { readonly name: string };
}

/** Throws an `Error` in words if they are none, or if something is waited for that concerns none of them. */
export function readObjects(params: KubernetesResourceParams): readonly NamedObject[] {
  const { resources, waitFor, failWhen } = params;
  const read = typeof resources === "string" ? documentsOf(resources) : resources;
  const objects = read.map((object, index) => {
    const { apiVersion, kind, metadata } = object as Partial<ApiObject>;
    if (apiVersion !== undefined && kind !== undefined && metadata?.name !== undefined) return object;
    throw new Error(`object ${index + 1} of \`resources\` lacks apiVersion, kind or metadata.name`);
  }) as unknown as readonly NamedObject[];
  const idle = [...testsOf(waitFor), ...testsOf(failWhen)].find(
    (test) => !objects.some(({ kind }) => concerns(test, kind)),
  );
  if (idle === undefined) return objects;
  throw new Error(`${wantedInWords(idle)} is waited for of the kind ${idle.kind}, of which \`resources\` has none`);
}

function documentsOf(text: string): readonly JsonObject[] {
  const documents = [...parseAllDocuments(text)];
  const wrong = documents.flatMap(({ errors }) => errors)[0];
  if (wrong !== undefined) throw new Error(`\`resources\` is no YAML: ${wrong.message}`);
  return documents.map((document) => document.toJS() as JsonObject | null).filter((object) => object !== null);
}
