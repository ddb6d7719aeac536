import type { ArchitectureRules } from "../../architecture-rules.ts";
import type { Finding } from "../finding.ts";
import type { SourceFile } from "../source-file.ts";
import type { Workspace } from "../workspace.ts";
import { ruleFor } from "./imports.ts";

const ONLY_IN_NODE = new Set(["process", "Buffer", "require", "global", "setImmediate", "__dirname", "__filename"]);

/** What is sent to browsers finds nothing there that only Node has. Its tests and its tools run in Node. */
export function checkBrowsers(workspace: Workspace, rules: ArchitectureRules): Finding[] {
  return workspace.packages.flatMap((owner) => {
    if (ruleFor(rules, owner.folder)?.inBrowsers !== true) return [];
    const sent = owner.files.filter((file) => !file.isTest && file.path.startsWith(`${owner.folder}/src/`));
    return sent.flatMap(usesOfNode);
  });
}

function usesOfNode(file: SourceFile): Finding[] {
  const modules = file.imports.filter(({ specifier }) => specifier.startsWith("node:"));
  const globals = file.names.filter(({ name }) => ONLY_IN_NODE.has(name));
  const uses = [
    ...modules.map(({ specifier, line }) => ({ said: specifier, line })),
    ...globals.map(({ name, line }) => ({ said: name, line })),
  ];
  return uses.map(({ said, line }) => {
    const message = `browsers have no ${said}: let whoever runs in Node pass it in`;
    return { file: file.path, line, rule: "browsers", message };
  });
}
