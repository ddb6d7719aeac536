/** Names and URIs of assets, judged and normalised as Airflow does (`_sanitize_uri`, `_validate_identifier`). */
import { show } from "./checks.ts";
import { DagDefinitionError } from "./definition-error.ts";

const MAX_LENGTH = 1500;
/** Airflow's functions take these as parameters. */
const PROHIBITED_NAMES: readonly string[] = ["self", "context"];
const URI = /^([A-Za-z][A-Za-z0-9+.-]*):(\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?(?:#.*)?$/s;

export function checkAssetName(name: unknown, place: string): string {
  const text = identifier(name, "name", place);
  if (PROHIBITED_NAMES.includes(text)) throw new DagDefinitionError(place, `an asset must not be named ${show(text)}`);
  return text;
}

/** `group` may be empty, unlike a name. */
export function checkAssetGroup(group: unknown, place: string): string {
  return group === "" ? "" : identifier(group, "group", place);
}

/**
 * Scheme in small letters, no user or password, no slash at the end, parameters in order, no fragment, so that one place
 * has one URI. A text without a scheme, and one whose scheme begins with `x-`, stays as it is.
 */
export function normalUri(uri: unknown, place: string): string {
  const text = identifier(uri, "uri", place);
  const [, scheme, authority, path = "", query] = URI.exec(text) ?? [];
  if (scheme === undefined || /^x-/i.test(scheme)) return text;
  if (scheme.toLowerCase() === "airflow") {
    throw new DagDefinitionError(place, "the scheme airflow is reserved; choose another for the asset's uri");
  }
  if (!/^[\x21-\x7e]*$/.test(text)) {
    throw new DagDefinitionError(place, `the uri ${show(text)} may hold only ASCII; write other characters as %XX`);
  }
  const host =
    authority === undefined ? "" : `//${authority.slice(authority.lastIndexOf("@") + 1).replace(/^\/\//, "")}`;
  const sorted = query === undefined || query === "" ? "" : `?${inOrder(query)}`;
  return `${scheme.toLowerCase()}:${host}${path.replace(/\/+$/, "") || "/"}${sorted}`;
}

function identifier(value: unknown, what: string, place: string): string {
  if (typeof value !== "string") throw new DagDefinitionError(place, `the asset's ${what} must be a text`);
  if (value.trim() === "") throw new DagDefinitionError(place, `the asset's ${what} must not be empty`);
  if (value.length <= MAX_LENGTH) return value;
  throw new DagDefinitionError(place, `the asset's ${what} has ${value.length} characters; ${MAX_LENGTH} are allowed`);
}

function inOrder(query: string): string {
  const pairs = [...new URLSearchParams(query)].filter(([, value]) => value !== "");
  const sorted = pairs.sort(([a, x], [b, y]) => (a === b ? order(x, y) : order(a, b)));
  return new URLSearchParams(sorted).toString();
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
