/** Views of lists that somebody has saved: a name for a filter. */
import type { SearchValues } from "./filter.ts";

export interface SavedView {
  /** The path of the list. */
  readonly list: string;
  readonly name: string;
  readonly search: SearchValues;
}

type Named = Pick<SavedView, "list" | "name">;

/** What the profile keeps may be of another version, or of another program: what is no view is left out. */
export function readViews(kept: unknown): readonly SavedView[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) => {
    if (typeof one !== "object" || one === null) return [];
    const { list, name, search } = one as Partial<Record<keyof SavedView, unknown>>;
    if (typeof list !== "string" || typeof name !== "string") return [];
    if (typeof search !== "object" || search === null) return [];
    return [{ list, name, search: search as SearchValues }];
  });
}

export function viewsOf(views: readonly SavedView[], list: string): readonly SavedView[] {
  return views.filter((view) => view.list === list);
}

export function withoutView(views: readonly SavedView[], { list, name }: Named): readonly SavedView[] {
  return views.filter((view) => view.list !== list || view.name !== name);
}

/** Takes the place of the one with its name. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return [...withoutView(views, view), view];
}
