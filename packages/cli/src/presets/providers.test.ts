/** What provider packages say of themselves is what they bring. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CONNECTION_TYPES } from "@momiji/core";
import { expect, onTestFinished, test } from "vitest";
import { VERSION } from "../version.ts";
import { installedProviders } from "./providers.ts";

/** Exported functions of the standard operators that are none themselves. */
const NO_OPERATORS = /(?:Trigger|Watcher|Notifier|Notifiers)$|^(?:filesOf|publicAddresses|smtpServerOf)$/;

const standard = (name: string): boolean => name === "triggerDagRun" || !NO_OPERATORS.test(name);

test("each package of this project names its operators and types of connections, and is of this version", async () => {
  const providers = installedProviders();
  expect(providers.map(({ packageName }) => packageName)).toEqual([
    "@momiji/operators",
    "@momiji/amazon",
    "@momiji/docker",
    "@momiji/kubernetes",
  ]);
  const types = new Set(CONNECTION_TYPES.map(({ type }) => type));
  for (const { packageName, operators, connectionTypes, guide, problem, version } of providers) {
    const all = (await import(packageName)) as { readonly [name: string]: unknown };
    const brought = Object.keys(all).filter((name) => typeof all[name] === "function" && standard(name));
    expect([packageName, operators.toSorted()]).toEqual([packageName, brought.toSorted()]);
    expect(connectionTypes.filter((type) => !types.has(type))).toEqual([]);
    expect([version, problem, typeof guide]).toEqual([VERSION, null, "string"]);
  }
});

test("a package of another version, or that cannot be read, is named with its problem", () => {
  const folder = mkdtempSync(join(tmpdir(), "momiji-providers-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const place = (name: string, text: string): void => {
    mkdirSync(join(folder, "node_modules", "@momiji", name), { recursive: true });
    writeFileSync(join(folder, "node_modules", "@momiji", name, "package.json"), text);
  };
  place("docker", JSON.stringify({ version: "99.0.0", description: "Jobs" }));
  place("redis", "{");
  const found = installedProviders(pathToFileURL(join(folder, "server.js")).href);
  expect(found).toMatchObject([
    { packageName: "@momiji/docker", version: "99.0.0", problem: "another_version", operators: [], guide: null },
    { packageName: "@momiji/redis", version: "", problem: "unreadable" },
  ]);
});
