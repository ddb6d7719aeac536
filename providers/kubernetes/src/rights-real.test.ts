/** The rights that docs/guides/kubernetes-from-zero.md gives, as they stand there, on the real cluster: they suffice, and each is missed. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AnyJobOperator, PreflightCheck } from "@momiji/sdk";
import { testJob } from "@momiji/worker/job-context";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Cluster } from "./client/cluster.ts";
import type { JsonObject } from "./client/objects.ts";
import { jobs } from "./jobs.ts";
import {
  adminOf,
  clusterNote,
  makeNamespace,
  serviceAccountReady,
  testCluster,
} from "./testing/test-cluster.testing.ts";

const page = readFileSync(new URL("../../../docs/guides/kubernetes-from-zero.md", import.meta.url), "utf8");
/** The first is what is applied, each of the others a rule to add. */
const [smallest = "", ...added] = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = ""]) => text);

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const rules = added.flatMap((text) => parse(text) as Rule[]);
const [events, exec, ofJobs, ofKinds] = rules as [Rule, Rule, Rule, Rule];
const podRules = (/rules:\n(.*?)---/s.exec(smallest)?.[1] ?? "").split("\n").filter((line) => line !== "");
const ofPods = parse(podRules.join("\n")) as Rule[];
const lookAtPods: Rule = { apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] };

const there = testCluster();
const RBAC = "rbac.authorization.k8s.io";

describe.runIf(there?.isFull)(
  `the rights of docs/guides/kubernetes-from-zero.md${clusterNote}`,
  { timeout: 120_000, concurrent: true },
  () => {
    let cluster: Cluster;
    let namespace: string;
    const folder = mkdtempSync(join(tmpdir(), "momiji-rights-"));

    beforeAll(async () => {
      if (there === null) throw new Error("no cluster");
      cluster = await adminOf(there);
      namespace = await makeNamespace(cluster, "rights");
      await serviceAccountReady(cluster, namespace);
    }, 60_000);
    afterAll(() => rmSync(folder, { recursive: true }));

    /** Who has these rights and no others: a kubeconfig. */
    async function whoHas(given: readonly Rule[]): Promise<string> {
      const name = `user-${crypto.randomUUID().slice(0, 8)}`;
      const path = `/apis/${RBAC}/v1/namespaces/${namespace}`;
      const apiVersion = `${RBAC}/v1`;
      const role = { apiVersion, kind: "Role", metadata: { name }, rules: given };
      await cluster.call({ method: "POST", path: `${path}/roles`, body: role });
      const roleRef = { apiGroup: RBAC, kind: "Role", name };
      const subjects = [{ apiGroup: RBAC, kind: "User", name }];
      const binding = { apiVersion, kind: "RoleBinding", metadata: { name }, roleRef, subjects };
      await cluster.call({ method: "POST", path: `${path}/rolebindings`, body: binding });
      return kubeconfigOf(name);
    }

    function kubeconfigOf(user: string): string {
      const config = parse(readFileSync(there?.kubeconfig ?? "", "utf8")) as { users: { user: { as?: string } }[] };
      for (const entry of config.users) entry.user.as = user;
      const path = join(folder, encodeURIComponent(user));
      writeFileSync(path, JSON.stringify(config));
      return path;
    }

    async function look(operator: string, params: JsonObject): Promise<PreflightCheck[]> {
      const { ctx } = testJob();
      return await Array.fromAsync(operatorOf(operator).preflight?.(ctx, { namespace, ...params }) ?? []);
    }

    /** Titles of what is not well. The API server takes a moment to know a new role. */
    async function untilMissed(operator: string, params: JsonObject, expected: readonly string[]): Promise<void> {
      for (;;) {
        const checks = await look(operator, params);
        const missed = checks.filter(({ code, verdict }) => code === "kubernetes.rights" && verdict !== "ok");
        if (missed.length > expected.length) continue;
        const titles = missed.map(({ title }) => title.replace(` in the namespace ${namespace}`, ""));
        return expect(titles).toEqual(expected);
      }
    }

    async function run(
      operator: string,
      params: JsonObject,
    ): Promise<{ end: object; said: string[]; lines: string[] }> {
      const job = testJob();
      const { launch, follow, release } = operatorOf(operator);
      const given = { namespace, ...params };
      const handle = await launch(job.ctx, given);
      const end = await follow(job.ctx, { params: given, handle });
      await release?.(job.ctx, { params: given, handle, outcome: "success" });
      return { end, said: job.said, lines: job.lines.map(({ message }) => message) };
    }

    const pod = (configFile: string, command: string, more: JsonObject = {}): JsonObject => {
      return { configFile, image: "busybox:1", cmds: ["sh", "-c", command], ...more };
    };

    it("let its service account run pods when they are applied as they stand", async () => {
      const text = smallest
        .replaceAll("name: jobs }", `name: ${namespace} }`)
        .replaceAll("namespace: jobs", `namespace: ${namespace}`);
      execFileSync("kubectl", ["--kubeconfig", there?.kubeconfig ?? "", "apply", "-f", "-"], {
        input: text,
        stdio: ["pipe", "ignore", "pipe"],
      });
      const given = pod(kubeconfigOf(`system:serviceaccount:${namespace}:momiji`), "echo ran");
      await untilMissed("kubernetesPod", given, ["may list events", "may watch events"]);
      const { end, lines } = await run("kubernetesPod", given);
      expect(end).toEqual({ outcome: { kind: "success" } });
      expect(lines).toEqual(["ran"]);
    });

    it("give the events of a pod, and its file, with the rules for them", async () => {
      const more = { xcom: "file", xcomSidecar: { image: "busybox:1" } };
      const given = pod(await whoHas([...ofPods, events, exec]), "echo 7 > /airflow/xcom/return.json", more);
      await untilMissed("kubernetesPod", given, []);
      const { end, said } = await run("kubernetesPod", given);
      expect(end).toEqual({ outcome: { kind: "success" }, value: 7 });
      expect(said.join("\n")).toContain("Scheduled: ");
    });

    it("let Jobs run with the rule for them, of which the pods are only looked at", async () => {
      const given = pod(await whoHas([lookAtPods, ...ofPods.slice(1), events, ofJobs]), "echo ran", {
        backoffLimit: 0,
      });
      await untilMissed("kubernetesJob", given, []);
      const { end, lines } = await run("kubernetesJob", given);
      expect(end).toMatchObject({ outcome: { kind: "success" } });
      expect(lines).toEqual(["ran"]);
    });

    it("let objects of a kind be applied, waited for and deleted with the rule for it", async () => {
      const object = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings" }, data: { key: "a" } };
      const given = { configFile: await whoHas([ofKinds]), resources: [object] };
      const waiting = { ...given, waitFor: { path: "data.key", equals: "a" } };
      await untilMissed("kubernetesResource", waiting, []);
      for (const params of [waiting, { ...given, action: "delete" }])
        expect((await run("kubernetesResource", params)).end).toEqual({ outcome: { kind: "success" } });
    });

    it.each<[string, JsonObject, readonly Rule[]]>([
      ["kubernetesPod", { xcom: "file" }, [...ofPods, events, exec]],
      ["kubernetesJob", {}, [lookAtPods, ...ofPods.slice(1), events, ofJobs]],
      [
        "kubernetesResource",
        { waitFor: { path: "data.key" } },
        [{ ...ofKinds, verbs: ofKinds.verbs.filter((verb) => verb !== "delete") }],
      ],
      ["kubernetesResource", { action: "delete" }, [{ ...ofKinds, verbs: ["delete", "list", "watch"] }]],
    ])("are missed by %s with %o one by one", async (...[operator, more, needed]) => {
      const object = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "missed" } };
      const without = needed.flatMap((rule) => rule.verbs.map((verb) => ({ rule, verb })));
      await Promise.all(
        without.map(async ({ rule, verb }) => {
          const left = needed.map((one) =>
            one === rule ? { ...one, verbs: one.verbs.filter((other) => other !== verb) } : one,
          );
          const configFile = await whoHas(left.filter(({ verbs }) => verbs.length > 0));
          const params =
            operator === "kubernetesResource"
              ? { configFile, resources: [object], ...more }
              : pod(configFile, "true", more);
          await untilMissed(operator, params, [`may ${verb} ${rule.resources[0]}`]);
        }),
      );
    });
  },
);

function operatorOf(name: string): AnyJobOperator {
  const found = jobs.get(name);
  if (found === undefined) throw new Error(`no operator ${name}`);
  return found;
}
