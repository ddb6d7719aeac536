/** Who did what to a DAG and its runs. */
import { useParams } from "@tanstack/react-router";
import { EventsList } from "../../parts/events-list/events-list.tsx";

export function DagEventsPage() {
  const { dagId } = useParams({ strict: false }) as { dagId: string };
  return <EventsList filter={{ dag_id: dagId }} />;
}
