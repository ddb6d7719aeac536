/** The pages that there are for this reader. */
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { shellQuery } from "../api/shell-query.ts";
import { missingRight } from "../rights/rights.ts";
import type { Place } from "./places.ts";

/** @returns whether a page is there and the reader may see what is on it */
export function useIsOpen(): (place: Place) => boolean {
  const { routesByPath } = useRouter();
  const { data } = useQuery({ ...shellQuery, enabled: false });
  return ({ path, reads }) => {
    if (!Object.hasOwn(routesByPath, path)) return false;
    return reads === undefined || data === undefined || missingRight(data, { of: reads, may: "read" }) === null;
  };
}
