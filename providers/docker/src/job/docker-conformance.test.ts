/** The suite of job operators over containers of a real engine, through a socket that can be troubled. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { describe } from "vitest";
import { type JobHarness, jobOperatorConformance } from "@momiji/worker/job-conformance";
import { EngineProxy, type ProxyMode } from "../engine-proxy.testing.ts";
import { ContainerStarts } from "../container-starts.testing.ts";
import { engineNote, EngineProbe, hasEngine } from "../real-engine.testing.ts";

const TROUBLE_MILLIS = 700;

/** A container that was removed is counted nowhere but in the engine's events, and in what it wrote on this machine. */
async function newHarness(): Promise<JobHarness> {
  const probe = new EngineProbe();
  const starts = await ContainerStarts.watch(probe.client);
  const proxy = await new EngineProxy().start();
  const folder = mkdtempSync(join(tmpdir(), "momiji-starts-"));
  const attempts = new Set<string>();
  const trouble = (mode: ProxyMode) => async (): Promise<void> => {
    proxy.mode = mode;
    proxy.cutAll();
    await new Promise((resolve) => setTimeout(resolve, TROUBLE_MILLIS));
    proxy.mode = "pass";
    proxy.cutAll();
  };
  return {
    module: "@momiji/docker/jobs",
    operator: "dockerRun",
    params: ({ lines, pauseSeconds, exitCode }) => ({
      image: "busybox:1",
      dockerHost: proxy.host,
      command: [
        "sh",
        "-c",
        `trap 'exit 143' TERM; echo x >> /starts/starts; i=0; while [ $i -lt ${lines} ]; do i=$((i+1)); echo line $i; sleep ${pauseSeconds}; done; exit ${exitCode}`,
      ],
      mounts: [{ type: "bind", source: folder, target: "/starts" }],
      autoRemove: "always",
    }),
    started: (attemptId) => Math.max(countLines(join(folder, "starts")), starts.of(attemptId)),
    left: (attemptId) => {
      attempts.add(attemptId);
      return probe.containersOf(attemptId);
    },
    troubles: {
      "it does not answer": trouble("cut"),
      "it is overwhelmed": trouble("busy"),
      "it throttles": trouble("throttle"),
      "it is silent": trouble("silent"),
      "something else answers in its place": trouble("nonsense"),
    },
    vanish: async (attemptId) => {
      for (const id of await probe.containersOf(attemptId)) await probe.remove(id);
    },
    close: async () => {
      starts.close();
      await proxy.stop();
      await probe.removeAllOf(attempts);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function countLines(path: string): number {
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").length - 1 : 0;
}

describe.runIf(hasEngine)(`containers${engineNote}`, () => {
  jobOperatorConformance("a container of a real engine", newHarness, { randomDeaths: 3, timeoutMillis: 240_000 });
});
