/** `npm run bench [-- NAME... | engine | scale | api | jobs | web] [--json FILE]`: runs benchmarks one after another, each beside its floor. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { handlers } from "./api/handler.ts";
import { lists } from "./api/lists.ts";
import { streams } from "./api/sse-500.ts";
import { triggers } from "./api/trigger.ts";
import { bashes } from "./engine/bash-1000.ts";
import { chains } from "./engine/chains.ts";
import { graphs } from "./engine/graphs.ts";
import { idles } from "./engine/idle.ts";
import { lags } from "./engine/lags.ts";
import { loads } from "./engine/loading.ts";
import { memories } from "./engine/memory.ts";
import { resumes } from "./engine/resume.ts";
import { starts } from "./engine/start.ts";
import { dockers } from "./jobs/docker.ts";
import { ecss } from "./jobs/ecs.ts";
import { follows } from "./jobs/follow-200.ts";
import { pods } from "./jobs/pod.ts";
import { actives } from "./scale/active-10k.ts";
import { bursts } from "./scale/bursts.ts";
import { retentions } from "./scale/retention.ts";
import { sizes } from "./scale/size-5000.ts";
import { starves } from "./scale/starve.ts";
import { waiting } from "./scale/waiting-100k.ts";
import { webs } from "./web/budgets.ts";
import { type Bench, type BenchResult, judge, machine, printResults } from "./result.ts";

const ALL = [
  ...chains,
  ...graphs,
  ...bashes,
  ...lags,
  ...loads,
  ...starts,
  ...resumes,
  ...idles,
  ...memories,
  ...sizes,
  ...starves,
  ...bursts,
  ...actives,
  ...waiting,
  ...lists,
  ...handlers,
  ...triggers,
  ...streams,
  ...dockers,
  ...ecss,
  ...pods,
  ...follows,
  ...retentions,
  ...webs,
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
const isAsked = ({ name, group }: Bench): boolean =>
  positionals.includes(name) || (group !== "long" && (positionals.length === 0 || positionals.includes(group)));
const unknown = positionals.filter((name) => !ALL.some((bench) => bench.name === name || bench.group === name));
if (unknown.length > 0) {
  process.stderr.write(
    `no such benchmark: ${unknown.join(", ")}; there are ${ALL.map(({ name }) => name).join(", ")}, and the groups engine, scale, api, jobs and web\n`,
  );
  process.exit(2);
}
const results: BenchResult[] = [];
const failed: string[] = [];
for (const bench of ALL.filter(isAsked)) {
  process.stderr.write(`${bench.name} ...\n`);
  try {
    await bench.run((measured) => results.push(judge(measured)));
  } catch (error) {
    // The others are measured all the same.
    failed.push(`${bench.name} broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
process.stdout.write(
  `Durability: synchronous=FULL (an acknowledged change survives a power loss)\n\n${printResults(results)}\n${failed.map((text) => `\n${text}\n`).join("")}`,
);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ results, machine: machine() }, null, 2)}\n`);
// The server and the browser of the interface would go on: they end with this process.
process.exit(failed.length > 0 || results.some(({ holds }) => holds === false) ? 1 : 0);
