/** `momiji dags show DAG`: what it is, and its graph as text. */
import { formatInstant, parseInstant } from "@momiji/core";
import type { Register } from "../../context.ts";
import { drawGraph } from "../../draw-graph.ts";
import { findDags } from "./find-dag.ts";

export const registerShow: Register = (parent, context) => {
  parent
    .command("show")
    .description("show a DAG and draw its graph")
    .argument("<dag_id|file>", "id of a DAG, or a DAG file")
    .option("--home <dir>", "home folder")
    .action(async (named: string, options: { home?: string }) => {
      const dags = await findDags(context, options.home, named);
      const texts = dags.map(({ spec, version }) => {
        const facts = [
          ["DAG", spec.dagId],
          ["description", spec.description],
          ["version", String(version)],
          ["schedule", JSON.stringify(spec.schedule)],
          ["timezone", spec.timezone],
          ["start", spec.startDate && formatInstant(parseInstant(spec.startDate))],
          ["end", spec.endDate && formatInstant(parseInstant(spec.endDate))],
          ["catchup", String(spec.catchup)],
          ["params", spec.params && JSON.stringify(spec.params.defaults)],
          ["file", spec.source.file],
        ].filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== "");
        return `${facts.map(([name, value]) => `${name.padEnd(12)}${value}`).join("\n")}\n\n${drawGraph(spec)}`;
      });
      context.print(texts.join("\n"));
    });
};
