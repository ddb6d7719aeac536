/**
 * What we show to people runs as it stands, through the whole product, on the real cluster: the example, with an image that has
 * Node.js and a job in it, and the DAGs of the pages of the other operators.
 */
import { execFile, execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Cluster } from "./client/cluster.ts";
import type { ApiObject, ObjectList } from "./client/objects.ts";
import {
  adminOf,
  clusterNote,
  serviceAccountReady,
  type TestCluster,
  testCluster,
} from "./testing/test-cluster.testing.ts";

const root = join(import.meta.dirname, "../../..");
const IMAGE = "test/nodejobs:1.0.0";
/** That the example names. */
const NAMESPACE = "jobs";

/** What the image holds: a program in any language, started with the conf of the run as its argument. */
const JOB = `
const fs = require("node:fs");
const { user, rows } = JSON.parse(process.argv[2]);
fs.writeFileSync("/sample-data/user", user);
console.log("counting for", fs.readFileSync("/sample-data/user", "utf8"));
for (let row = 1; row <= rows; row++) console.log("row", row);
if (rows === 0) {
  console.log("there are none");
  process.exit(1);
}
console.log(JSON.stringify({ rows }));
`;

const there = testCluster();

describe.runIf(there?.isFull)(
  `examples/kubernetes_pod.ts, and the DAGs of the docs${clusterNote}`,
  { timeout: 240_000, concurrent: true },
  () => {
    let cluster: Cluster;

    beforeAll(async () => {
      if (there === null) throw new Error("no cluster");
      makeImage(there);
      cluster = await adminOf(there);
      const body = { apiVersion: "v1", kind: "Namespace", metadata: { name: NAMESPACE } };
      await cluster.call({ method: "POST", path: "/api/v1/namespaces", body }).catch(() => undefined);
      await serviceAccountReady(cluster, NAMESPACE);
    }, 120_000);

    it("runs the job of its image with the conf of the run, and calls nobody when it succeeds", async () => {
      const { code, stdout, told } = await runExample('{"user": "alice", "rows": 2}');
      expect(told, stdout).toEqual(["counting for alice", "row 1", "row 2", '{"rows":2}']);
      expect(stdout).toMatch(/^test_task +\| success +\| 1 /m);
      expect(stdout).toMatch(/^alarm +\| skipped/m);
      expect(code).toBe(0);
      expect(await podsFor("alice")).toEqual([]);
    });

    it("tries a job that ends with exit code 1 again, and then calls its follower", async () => {
      const { stdout, told } = await runExample('{"user": "bob", "rows": 0}');
      const each = ["counting for bob", "there are none"];
      expect(told, stdout).toEqual([...each, ...each, ...each]);
      expect(stdout).toMatch(/^test_task +\| failed +\| 3 .*exit code 1/m);
      expect(stdout).toMatch(/^\[alarm\] the job has failed/m);
      expect(stdout).toMatch(/^alarm +\| success/m);
      expect(await podsFor("bob")).toEqual([]);
    });

    it.each([
      ["kubernetes-job.md", ["[squares] 16"], /^report +\| success/m],
      ["kubernetes-resource.md", [expect.stringMatching(/^\[report\] report of \d/)], /^remove_settings +\| success/m],
    ])("runs the DAG of docs/guides/%s", async (...[page, line, success]) => {
      const text = readFileSync(join(root, "docs/guides", page), "utf8");
      const { code, stdout } = await runDag({ dag: /```ts\n(.*?)```/s.exec(text)?.[1] ?? "" });
      expect(stdout.split("\n"), stdout).toEqual(expect.arrayContaining(line));
      expect(stdout).toMatch(success);
      expect(code).toBe(0);
    });

    /** Names of those whose argument is the conf of this user. */
    async function podsFor(user: string): Promise<(string | undefined)[]> {
      const query = { labelSelector: "dag_id=node_jobs" };
      const path = `/api/v1/namespaces/${NAMESPACE}/pods`;
      const { items } = await cluster.call<ObjectList<ApiObject>>({ method: "GET", path, query });
      return items.filter((pod) => JSON.stringify(pod).includes(user)).map(({ metadata }) => metadata.name);
    }
  },
);

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
}

async function runExample(conf: string): Promise<Ran & { readonly told: readonly string[] }> {
  const ran = await runDag({ file: join(root, "examples/kubernetes_pod.ts"), conf });
  // The job's own lines, in all tries.
  const lines = ran.stdout.matchAll(/^\[test_task\] (counting .*|row \d+|there are none|\{.*)$/gm);
  return { ...ran, told: [...lines].map(([, line]) => line ?? "") };
}

/** A DAG file, or the text of one. */
async function runDag({ file, dag, conf = "{}" }: { file?: string; dag?: string; conf?: string }): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), "momiji-example-"));
  const own = join(folder, "dag.ts");
  if (dag !== undefined) writeFileSync(own, dag);
  const main = ["--conditions=source", join(root, "packages/cli/src/main.ts")];
  const args = [...main, "dags", "test", file ?? own, "--conf", conf];
  const env = { ...process.env, KUBECONFIG: there?.kubeconfig, MOMIJI_HOME: join(folder, "home"), NO_COLOR: "1" };
  const { promise, resolve } = Promise.withResolvers<Ran>();
  const child = execFile(process.execPath, args, { env }, (_failed, stdout, stderr) => {
    rmSync(folder, { recursive: true });
    resolve({ code: child.exitCode, stdout: `${stdout}${stderr}` });
  });
  return await promise;
}

/** The Node.js of these tests with the libraries that it needs, and the job, in one layer, for the cluster's node. */
function makeImage({ dir }: TestCluster): void {
  const files = mkdtempSync(join(tmpdir(), "momiji-image-"));
  const place = (from: string, to = from): void => {
    mkdirSync(dirname(join(files, to)), { recursive: true });
    copyFileSync(from, join(files, to));
  };
  place(process.execPath, "/bin/node");
  const linked = execFileSync("ldd", [process.execPath], { encoding: "utf8" });
  for (const path of new Set(linked.match(/\/\S+\.so\S*/g))) place(path);
  mkdirSync(join(files, "app/services/service"), { recursive: true });
  writeFileSync(join(files, "app/services/service/nodejobs.js"), JOB);
  const own = `momiji-test/nodejobs:${process.pid}`;
  const images = `ctr --address ${dir}/containerd.sock --namespace k8s.io images`;
  const steps = [
    `tar -C ${files} -c . | docker import -c 'ENV PATH=/bin' -c 'WORKDIR /app' - ${own}`,
    `docker save ${own} | ${images} import -`,
    `docker rmi ${own}`,
    `${images} tag --force docker.io/${own} docker.io/${IMAGE}`,
    `${images} rm docker.io/${own}`,
  ];
  execFileSync("bash", ["-e", "-o", "pipefail", "-c", steps.join("\n")], { stdio: ["ignore", "ignore", "pipe"] });
  rmSync(files, { recursive: true });
}
