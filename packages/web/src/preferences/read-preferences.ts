/** Preferences out of a storage or a profile, where anything may stand: what is none of ours is left out. */
import type { Language } from "../i18n/i18n.ts";

export interface Preferences {
  readonly language: Language;
  /** `local`: the browser's; `dag`: that of the DAG that is open; else an IANA name. */
  readonly zone: string;
  readonly theme: "light" | "dark" | "auto";
  readonly singleKeys: boolean;
  /** In pixels, where the reader drew them wider or narrower: the names in a grid, and what stands beside it. */
  readonly gridNameWidth?: number;
  readonly panelWidth?: number;
  /** The columns of lists that somebody chose, in their order. */
  readonly columns: { readonly [list: string]: readonly string[] };
  /** The filters that lists open with, by their paths. */
  readonly usualViews: { readonly [path: string]: { readonly [name: string]: unknown } };
  readonly hours: "24" | "12";
  readonly density: "comfortable" | "compact";
  readonly contrast: "auto" | "more";
  readonly motion: "auto" | "less";
  /** How a DAG is shown that is opened without saying how. */
  readonly view: "grid" | "graph" | "gantt";
  /** How a DAG has fared lately, above its views. */
  readonly overview: "open" | "closed";
  /** The browser tells of runs that fail while it shows another page. */
  readonly notifies: boolean;
  /** Failures that are not told of, with the moment until which (ISO 8601): `DAG`, or `DAG` and the task on a second line. */
  readonly muted: { readonly [thing: string]: string };
}

const CHOICES: { readonly [name in keyof Preferences]?: readonly unknown[] } = {
  language: ["en", "ja"],
  theme: ["light", "dark", "auto"],
  singleKeys: [true, false],
  hours: ["24", "12"],
  density: ["comfortable", "compact"],
  contrast: ["auto", "more"],
  motion: ["auto", "less"],
  view: ["grid", "graph", "gantt"],
  overview: ["open", "closed"],
  notifies: [true, false],
};

export function readPreferences(kept: unknown): Partial<Preferences> {
  if (typeof kept !== "object" || kept === null) return {};
  const known = Object.entries(kept).filter(([name, value]) => {
    if (name === "zone") return value === "local" || value === "dag" || isZone(value);
    if (name === "columns") return isColumns(value);
    if (name === "usualViews") return isViews(value);
    if (name === "muted") return isTexts(value);
    if (name === "gridNameWidth" || name === "panelWidth") return typeof value === "number" && Number.isFinite(value);
    return CHOICES[name as keyof Preferences]?.includes(value) === true;
  });
  return Object.fromEntries(known);
}

/** Whether this browser knows the zone. */
export function isZone(value: unknown): value is string {
  try {
    return (
      typeof value === "string" && new Intl.DateTimeFormat("en", { timeZone: value }) instanceof Intl.DateTimeFormat
    );
  } catch {
    return false;
  }
}

function isTexts(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === "string");
}

function isViews(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every((search) => typeof search === "object" && search !== null);
}

function isColumns(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every((ids) => Array.isArray(ids) && ids.every((id) => typeof id === "string"));
}
