/** Changes parameters of the page's address; going back does not go through every letter typed. */
import { useNavigate } from "@tanstack/react-router";
import type { SearchChange } from "./filter.ts";

type Navigate = (to: {
  readonly to: ".";
  readonly search: (before: SearchChange) => SearchChange;
  readonly replace?: true;
}) => Promise<void>;

/** The others stay; what becomes undefined is taken out. */
export function useChangeSearch(): (change: SearchChange) => void {
  // Which page this is, its own address knows: the filters are those of its route.
  const navigate = useNavigate() as Navigate;
  return (change) => {
    const search = (before: SearchChange): SearchChange =>
      Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined));
    void navigate({ to: ".", search, replace: true });
  };
}

/** All of them anew, as a step that one can go back from. */
export function useSetSearch(): (search: SearchChange) => void {
  const navigate = useNavigate() as Navigate;
  return (search) => void navigate({ to: ".", search: () => search });
}
