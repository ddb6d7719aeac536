/**
 * Makes the types of `src/generated/api.ts` from the server's OpenAPI document. openapi-typescript builds them with the API of
 * TypeScript 5, which TypeScript 7 does not have: this package brings that TypeScript along for it, and for nothing else.
 */
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";

const NOTE = "/** Written by `npm run reference` from packages/api/openapi.json. */\n";

interface Answer {
  readonly description?: string;
  readonly content?: object;
}

interface Parameter {
  readonly in?: string;
  readonly schema?: { readonly anyOf?: readonly object[]; readonly type?: readonly string[] };
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses?: { readonly [status: string]: Answer };
}

interface Document {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
}

/** @param document the text of `openapi.json` */
export async function apiTypesText(document: string): Promise<string> {
  const { paths, ...rest } = JSON.parse(document) as Document;
  const described = { ...rest, paths: mapped(paths, (methods) => mapped(methods, forCallers)) };
  const tree = await openapiTS(described as unknown as OpenAPI3, {
    alphabetize: true,
    immutable: true,
    emptyObjectsUnknown: true,
    // What has a default may be left out of a request.
    defaultNonNullable: false,
  });
  return NOTE + astToString(tree);
}

const ANYTHING: Answer = { description: "Not described yet", content: { "application/json": { schema: {} } } };

/** Refusals are left out: they come as `MomijiError`. An answer that nobody has described yet is `unknown`, not nothing. */
function forCallers(operation: Operation): Operation {
  const { parameters = [], responses = {} } = operation;
  const told = Object.entries(responses).filter(([status]) => /^[23]/.test(status));
  const successes = told.length > 0 ? told : [["200", ANYTHING] as const];
  return {
    ...operation,
    parameters: parameters.map(widened),
    responses: Object.fromEntries(successes),
  };
}

/** A parameter of any text may be given as what prints so, and whatever is put into a path. */
function widened(parameter: Parameter): Parameter {
  if (parameter.in === "path") return { ...parameter, schema: { type: ["string", "number"] } };
  const kinds = new Set(parameter.schema?.anyOf?.map((schema) => ("type" in schema ? schema.type : null)));
  if (kinds.symmetricDifference(new Set(["string", "array"])).size > 0) return parameter;
  const one = { type: ["string", "number", "boolean"] };
  return { ...parameter, schema: { anyOf: [one, { type: "array", items: one }] } };
}

function mapped<From, To>(from: { readonly [key: string]: From }, change: (value: From) => To): { [key: string]: To } {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, change(value)]));
}
