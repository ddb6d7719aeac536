/** `npm run check [-- NAME...]`: everything that can be known without running the product. Needs no network. */
import { printResults, runStage, type Stage, type StageResult } from "./run-stage.ts";

const checks: readonly Stage[] = [
  { name: "types", command: ["tsc", "-b", "tsconfig.json", "tsconfig.tools.json"] },
  { name: "types-web", command: ["tsc", "-p", "packages/web/tsconfig.app.json"] },
  { name: "lint", command: ["oxlint"] },
  { name: "format", command: ["oxfmt", "--check"] },
  { name: "architecture", command: ["node", "scripts/architecture.ts"] },
  { name: "web-strings", command: ["node", "scripts/web-strings.ts"] },
  { name: "dead-code", command: ["knip"] },
  { name: "reference", command: ["node", "--conditions=source", "scripts/reference.ts", "--check"] },
];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !checks.some((check) => check.name === name));
if (unknown !== undefined) throw new Error(`no check ${unknown}: ${checks.map(({ name }) => name).join(", ")}`);
const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const results: StageResult[] = [];
for (const check of chosen) results.push(await runStage(check, { timeoutMinutes: 10 }));
printResults(results);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
