/** Why the reader may not do this to one of these DAGs, in words; null: they may. */
import { useQuery } from "@tanstack/react-query";
import { shellQuery } from "../api/shell-query.ts";
import { type May, missingRight, type Rightful } from "../rights/rights.ts";
import { useMay } from "../rights/use-rights.ts";

export function useRefusal(of: Rightful, dagIds: readonly string[], may: May = "edit"): string | null {
  const { data } = useQuery({ ...shellQuery, enabled: false });
  const refused = dagIds.find((dagId) => data !== undefined && missingRight(data, { of, may, dagId }) !== null);
  return useMay(of, may, refused ?? dagIds[0]).reason;
}
