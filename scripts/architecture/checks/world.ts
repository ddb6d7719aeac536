import type { Finding } from "../finding.ts";
import type { NameUse, SourceFile } from "../source-file.ts";
import type { Workspace } from "../workspace.ts";

/** The environment and the time of day come in at a few named places, and travel from there as arguments. */
export function checkWorld(workspace: Workspace): Finding[] {
  const files = workspace.packages.flatMap((each) => each.files).filter((file) => !file.isTest);
  return files.flatMap((file) => [...environmentUses(file), ...clockUses(file)]);
}

function environmentUses(file: SourceFile): Finding[] {
  const message = "configuration is read in packages/cli: take the value as an argument";
  const imported = file.imports.filter(({ specifier, names }) => specifier === "node:process" && names.includes("env"));
  const used = file.names.filter(({ name, member }) => name === "process" && (member === "env" || member === "*"));
  return [...imported, ...used].map(({ line }) => ({ file: file.path, line, rule: "environment", message }));
}

function clockUses(file: SourceFile): Finding[] {
  const message = "the clock is injected: take `now`, or a function that gives it";
  return file.names.filter(readsClock).map(({ line }) => ({ file: file.path, line, rule: "clock", message }));
}

function readsClock({ name, member, calledBare }: NameUse): boolean {
  if (name === "Date") return calledBare || member === "now" || member === "*";
  return name === "Temporal" && (member === "Now" || member === "*");
}
