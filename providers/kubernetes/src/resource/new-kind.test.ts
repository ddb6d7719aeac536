/** The API server of our tests (1.20 by a newer Go) dies of custom objects; this plays what a real one does while it learns a kind. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { testJob } from "@momiji/worker/job-context";
import { kubernetesResourceJob as operator } from "./resource-job.ts";

const RESOURCES = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: walks.example.com }
---
apiVersion: example.com/v1
kind: Walk
metadata: { name: first }
`;

/** Knows the kind from the third time on that it is asked for it. */
async function learningServer(): Promise<{ configFile: string; asked: string[] }> {
  const asked: string[] = [];
  const answerTo = ({ method, url = "" }: IncomingMessage): object | null => {
    const path = url.split("?")[0] ?? "";
    asked.push(`${method} ${path}`);
    if (method === "PATCH") return { metadata: { uid: path } };
    if (path === "/apis/apiextensions.k8s.io/v1")
      return {
        resources: [{ name: "customresourcedefinitions", kind: "CustomResourceDefinition", namespaced: false }],
      };
    const isKnown = asked.filter((one) => one === "GET /apis/example.com/v1").length >= 3;
    return isKnown ? { resources: [{ name: "walks", kind: "Walk", namespaced: true }] } : null;
  };
  const server = createServer((request, response) => {
    const answer = answerTo(request);
    request.resume();
    response.statusCode = answer === null ? 404 : 200;
    response.end(JSON.stringify(answer ?? { kind: "Status", reason: "NotFound", message: "not found" }));
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  const folder = mkdtempSync(join(tmpdir(), "momiji-kind-"));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });
  const configFile = join(folder, "config");
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const entries = {
    clusters: [{ name: "c", cluster: { server: address } }],
    users: [{ name: "u", user: {} }],
    contexts: [{ name: "x", context: { cluster: "c", user: "u", namespace: "parks" } }],
  };
  writeFileSync(configFile, JSON.stringify({ "current-context": "x", ...entries }));
  return { configFile, asked };
}

it("an object whose kind is defined just before it is applied as soon as the server knows its kind", async () => {
  const { configFile, asked } = await learningServer();
  const handle = await operator.launch(testJob().ctx, { configFile, resources: RESOURCES });
  expect(handle.objects.map(({ path, name }) => `${path}/${name}`)).toEqual([
    "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/walks.example.com",
    "/apis/example.com/v1/namespaces/parks/walks/first",
  ]);
  expect(asked.filter((one) => one.startsWith("PATCH"))).toEqual(
    handle.objects.map(({ path, name }) => `PATCH ${path}/${name}`),
  );
});

it("what is of a kind that went with its definition is gone", async () => {
  const { configFile } = await learningServer();
  const job = testJob();
  const definition = { apiVersion: "nosuch.example.com/v1", kind: "CustomResourceDefinition", metadata: { name: "a" } };
  const walk = { apiVersion: "example.com/v1", kind: "Walk", metadata: { name: "first" } };
  const resources = [definition, walk];
  expect(await operator.launch(job.ctx, { configFile, resources, action: "delete" })).toEqual({ objects: [] });
  expect(job.said).toEqual(["info: Walk first is not there", "info: CustomResourceDefinition a is not there"]);
});
