/** The list of DAGs by tag, owner or folder: which groups there are, and what each of them asks for. */
import type { components } from "@momiji/client";

export const GROUPINGS = ["tag", "owner", "folder"] as const;

export type Grouping = (typeof GROUPINGS)[number];

type Facets = Pick<components["schemas"]["DagFacets"], "tags" | "owners" | "folders">;

export interface DagGroup {
  /** Empty: those that have none. */
  readonly value: string;
  readonly count: number;
}

/** By name; those without any come last. A DAG of two tags is in two groups. */
export function groupsOf(by: Grouping, { tags, owners, folders }: Facets): readonly DagGroup[] {
  const counts = { tag: tags, owner: owners, folder: folders }[by];
  return Object.entries(counts)
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => Number(a.value === "") - Number(b.value === "") || a.value.localeCompare(b.value));
}

/** What a list of DAGs is narrowed by, as the API calls it. */
interface Narrowed {
  readonly tag?: string;
  readonly owners?: readonly string[];
  readonly folder?: string;
}

/** What of the list is in a group. */
export function searchOfGroup<Search extends Narrowed>(search: Search, by: Grouping, value: string): Search & Narrowed {
  if (by === "tag") return { ...search, tag: value };
  return by === "owner" ? { ...search, owners: [value] } : { ...search, folder: value };
}
