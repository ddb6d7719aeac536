/** The part of JSONPath that tells messages apart: `$`, `.name`, `['name']`, `[0]`, `[-1]`, `[*]`, `.*` and `..name`. */
import type { Json } from "@momiji/core";

type Step = { readonly key: string | number | null; readonly isDeep: boolean };

const STEP =
  /^(?:(?<deep>\.\.)|\.)?(?:(?<name>[^.[\]'"*\s]+)|(?<any>\*)|\[(?:(?<index>-?\d+)|(?<all>\*)|'(?<single>[^']*)'|"(?<double>[^"]*)")\])/;

/** @throws an Error with the place that cannot be read */
export function readPath(path: string): readonly Step[] {
  const steps: Step[] = [];
  for (let rest = path.trim().replace(/^\$/, ""); rest !== "";) {
    const match = STEP.exec(rest);
    if (match?.groups === undefined || match[0] === "")
      throw new Error(
        `messageFilteringConfig ${path}: cannot be read at "${rest}"; known are .name, ['name'], [0], [*], .* and ..name`,
      );
    const { deep, name, index, single, double } = match.groups;
    const key = name ?? single ?? double ?? (index === undefined ? null : Number(index));
    steps.push({ key, isDeep: deep !== undefined });
    rest = rest.slice(match[0].length);
  }
  return steps;
}

/** All that the path finds. */
export function found(value: Json, path: readonly Step[]): Json[] {
  return path.reduce<Json[]>(
    (values, { key, isDeep }) =>
      values.flatMap((each) => (isDeep ? below(each) : [each]).flatMap((one) => children(one, key))),
    [value],
  );
}

/** `key` null: all of them. */
function children(value: Json, key: Step["key"]): Json[] {
  if (typeof value !== "object" || value === null) return [];
  if (key === null) return Object.values(value);
  if (Array.isArray(value)) return typeof key === "number" ? (value as Json[]).slice(key).slice(0, 1) : [];
  const fields = value as { readonly [name: string]: Json };
  const found = Object.hasOwn(fields, String(key)) ? fields[String(key)] : undefined;
  return found === undefined ? [] : [found];
}

/** The value and all that is in it. */
function below(value: Json): Json[] {
  if (typeof value !== "object" || value === null) return [value];
  return [value, ...Object.values(value).flatMap(below)];
}
