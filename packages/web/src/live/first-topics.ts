/**
 * What the page at an address watches, known before it is drawn: the stream is there by then, and the page need not wait for it. A topic
 * that is missing here is watched a moment later.
 */

/** Of what stands around every page. */
const AROUND = ["runs", "hitl", "import_errors"];

/** @param path below the base path: `/dags/etl/runs/...` */
export function firstTopics(path: string): readonly string[] {
  const [place, ...names] = path.split("/").slice(1);
  const [dagId = "", part, runId = "", inside] = names.map(decodeURIComponent);
  if (place === "" || (place === "dags" && dagId === "")) return [...AROUND, "home"];
  if (place !== "dags") return AROUND;
  if (part !== "runs" || runId === "") return [...AROUND, `dag:${dagId}`];
  return [...AROUND, `dag:${dagId}`, `run:${dagId}/${runId}`, ...(inside === "tasks" ? ["pools"] : [])];
}
