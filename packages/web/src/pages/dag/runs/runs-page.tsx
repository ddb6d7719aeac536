/** Every run of a DAG, the newest first. */
import { useParams, useSearch } from "@tanstack/react-router";
import { RunsList } from "../../runs/runs-list.tsx";

export function RunsPage() {
  const { dagId } = useParams({ from: "/dags/$dagId/runs" });
  const search = useSearch({ from: "/dags/$dagId/runs" });
  return <RunsList dagId={dagId} search={search} />;
}
