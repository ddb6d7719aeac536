import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";

it("package-lock.json names no host: it installs from whatever registry the machine is set to", () => {
  const lock = readFileSync(resolve(import.meta.dirname, "../package-lock.json"), "utf8");
  const { packages } = JSON.parse(lock) as { packages: Record<string, { resolved?: string }> };
  const hosts = Object.entries(packages).filter(([, { resolved }]) => resolved?.includes("://"));
  expect(hosts).toEqual([]);
});

it("of what is installed with Momiji nothing but esbuild wants to run a script, and that works without", () => {
  const lock = readFileSync(resolve(import.meta.dirname, "../package-lock.json"), "utf8");
  type Installed = { readonly hasInstallScript?: boolean; readonly dev?: boolean };
  const { packages } = JSON.parse(lock) as { packages: Record<string, Installed> };
  const running = Object.entries(packages).filter(([, { hasInstallScript, dev }]) => hasInstallScript && !dev);
  expect(running.map(([name]) => name)).toEqual(["node_modules/esbuild"]);
});
