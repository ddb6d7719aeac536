/** Goes to the asset or the DAG that stands around the tasks; an alias has no page. */
import { useNavigate } from "@tanstack/react-router";
import type { Around } from "./graph-query.ts";

export function useOpenAround(): (around: Around) => void {
  const navigate = useNavigate();
  return ({ kind, name, assetId }) => {
    if (kind === "dag") void navigate({ to: "/dags/$dagId", params: { dagId: name } });
    else if (assetId !== null) void navigate({ to: "/assets/$assetId", params: { assetId: String(assetId) } });
  };
}
