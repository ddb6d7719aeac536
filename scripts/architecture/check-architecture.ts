import type { ArchitectureRules, Exception } from "../architecture-rules.ts";
import { checkBrowsers } from "./checks/browsers.ts";
import { checkCycles } from "./checks/cycles.ts";
import { checkFileShape } from "./checks/file-shape.ts";
import { checkImports } from "./checks/imports.ts";
import { checkManifests } from "./checks/manifests.ts";
import { checkPage } from "./checks/page.ts";
import { checkPurity } from "./checks/purity.ts";
import { checkWorld } from "./checks/world.ts";
import type { Finding } from "./finding.ts";
import { readWorkspace } from "./workspace.ts";

/** Everything in the workspace at `root` that breaks the rules, save for the exceptions that they name. */
export function checkArchitecture(root: string, rules: ArchitectureRules): Finding[] {
  const workspace = readWorkspace(root);
  const findings = [
    ...checkImports(workspace, rules),
    ...checkManifests(workspace),
    ...checkCycles(workspace),
    ...checkPurity(workspace, rules),
    ...checkBrowsers(workspace, rules),
    ...checkWorld(workspace),
    ...checkFileShape(workspace, rules),
    ...checkPage(workspace, rules),
  ];
  const exceptions = Object.entries(rules.exceptions).flatMap(([rule, list]) =>
    list.map((each) => ({ rule, ...each })),
  );
  const excused = (finding: Finding) => exceptions.some((exception) => covers(exception, finding));
  const unused = exceptions.filter((exception) => !findings.some((finding) => covers(exception, finding)));
  return [...findings.filter((finding) => !excused(finding)), ...unused.map(unusedException)];
}

interface NamedException extends Exception {
  readonly rule: string;
}

function covers({ rule, path }: NamedException, finding: Finding): boolean {
  if (finding.rule !== rule) return false;
  return path.endsWith("/") ? finding.file.startsWith(path) : finding.file === path;
}

/** A list of exceptions that is longer than it must be hides the next one. */
function unusedException({ rule, path }: NamedException): Finding {
  const message = `${path} no longer needs its exception from "${rule}": take it out`;
  return { file: "scripts/architecture-rules.ts", line: 1, rule: "unused-exception", message };
}
