/** `momiji dags show DAG`: what it is, and its graph as text. */
import { createTimetable, formatInstant, parseInstant } from "@momiji/core";
import type { Register } from "../../context.ts";
import { drawGraph, type DrawnTask } from "../../draw-graph.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { findDags, type FoundDag } from "./find-dag.ts";
import { type RemoteDag, remoteDag, remoteTasks } from "./remote-dag.ts";

type Facts = readonly (readonly [name: string, value: string | null | undefined])[];

export const registerShow: Register = (parent, context) => {
  acting(parent.command("show"))
    .description("show a DAG and draw its graph")
    .argument("<dag_id|file>", "id of a DAG, or a DAG file")
    .action(async (named: string, options: PlaceOptions) => {
      const remote = await remoteDag(context, options, named);
      if (remote !== null)
        return context.print(textOf(await remoteFacts(remote), { tasks: await remoteTasks(remote) }));
      const dags = await findDags(context, options.home, named);
      context.print(dags.map((dag) => textOf(factsOf(dag), dag.spec)).join("\n"));
    });
};

function textOf(facts: Facts, graph: { readonly tasks: readonly DrawnTask[] }): string {
  const lines = facts.flatMap(([name, value]) => (value ? [`${name.padEnd(12)}${value}`] : []));
  return `${lines.join("\n")}\n\n${drawGraph(graph)}`;
}

function factsOf({ spec, version }: FoundDag): Facts {
  return [
    ["DAG", spec.dagId],
    ["description", spec.description],
    ["version", String(version)],
    ["schedule", spec.schedule.kind === "none" ? null : createTimetable(spec.schedule, { startDate: null }).summary],
    ["timezone", spec.timezone],
    ["start", spec.startDate && formatInstant(parseInstant(spec.startDate))],
    ["end", spec.endDate && formatInstant(parseInstant(spec.endDate))],
    ["catchup", String(spec.catchup)],
    ["params", spec.params && JSON.stringify(spec.params.defaults)],
    ["file", spec.source.file],
  ];
}

async function remoteFacts({ client, dagId }: RemoteDag): Promise<Facts> {
  const params = { path: { dag_id: dagId } };
  const dag = await client.get("/api/v2/dags/{dag_id}/details", { params });
  return [
    ["DAG", dag.dag_id],
    ["description", dag.description],
    ["version", dag.latest_dag_version && String(dag.latest_dag_version.version_number)],
    ["schedule", dag.timetable_summary],
    ["timezone", dag.timezone],
    ["start", dag.start_date],
    ["end", dag.end_date],
    ["catchup", String(dag.catchup)],
    ["file", dag.fileloc],
  ];
}
