/**
 * Makes the types of `src/generated/api.ts` from the server's OpenAPI document. openapi-typescript builds them with the API of
 * TypeScript 5, which TypeScript 7 does not have: this package brings that TypeScript along for it, and for nothing else.
 */
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";

const NOTE = "/** Written by `npm run reference` from packages/api/openapi.json. */\n";

interface Parameter {
  readonly in?: string;
  readonly schema?: { readonly type?: string };
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses?: { readonly [status: string]: object };
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

/** Refusals are left out: they come as `MomijiError`. */
function forCallers({ parameters = [], responses = {}, ...operation }: Operation): object {
  const told = Object.entries(responses).filter(([status]) => /^[23]/.test(status));
  return { ...operation, parameters: parameters.map(inPath), responses: Object.fromEntries(told) };
}

/** Whatever stands in a path is a text there: numbers, such as a map index, may be given as they are. */
function inPath(parameter: Parameter): object {
  const isText = parameter.in === "path" && parameter.schema?.type === "string";
  return isText ? { ...parameter, schema: { ...parameter.schema, type: ["string", "number"] } } : parameter;
}

function mapped<From, To>(from: { readonly [key: string]: From }, change: (value: From) => To): { [key: string]: To } {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, change(value)]));
}
