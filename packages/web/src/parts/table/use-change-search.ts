/** Changes parameters of the page's address: the others stay, and going back does not go through every letter typed. */
import { useNavigate } from "@tanstack/react-router";
import type { SearchChange } from "./filter.ts";

type Navigate = (to: {
  readonly to: ".";
  readonly search: (before: SearchChange) => SearchChange;
  readonly replace: true;
}) => Promise<void>;

export function useChangeSearch(): (change: SearchChange) => void {
  // Which page this is, its own address knows: the filters are those of its route.
  const navigate = useNavigate() as Navigate;
  return (change) => {
    const search = (before: SearchChange): SearchChange =>
      Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined));
    void navigate({ to: ".", search, replace: true });
  };
}
