import { describe, expect, it } from "vitest";
import type { RunParams } from "../run-params.ts";
import { containerBody } from "./container-body.ts";
import { containerName } from "./container-name.ts";
import { bytesOf, sizeText } from "./sizes.ts";
import { wordsOf } from "./words.ts";

const attempt = {
  attemptId: "01934f2e-0000-7000-8000-00112233aabb",
  dagId: "reports",
  runId: "r",
  taskId: "group.make it",
  mapIndex: 3,
  tryNumber: 1,
  graceMillis: 5500,
};

const bodyOf = (params: Partial<RunParams>): object => containerBody({ image: "x", ...params }, attempt, ["S=1"]);

describe("a command as text", () => {
  it.each([
    ["echo hello world", ["echo", "hello", "world"]],
    [`echo "a b" 'c "d"' e\\ f ""`, ["echo", "a b", 'c "d"', "e f", ""]],
    [`echo "say \\"hi\\" \\n $HOME"`, ["echo", 'say "hi" \\n $HOME']],
    ["  --flag=a' b'c  ", ["--flag=a bc"]],
    ['["echo", "a b", 1]', ["echo", "a b", "1"]],
    ["[ -f x ]", ["[", "-f", "x", "]"]],
    ["", []],
  ])("%s is split as a shell splits it", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it("with an open quote is turned down", () => {
    expect(() => wordsOf("echo 'a")).toThrow("a quote is not closed: 'a");
  });
});

describe("sizes", () => {
  it.each<[string | number, number]>([
    ["512m", 512 * 2 ** 20],
    ["1.5g", 1.5 * 2 ** 30],
    ["64MB", 64 * 2 ** 20],
    ["64MiB", 64 * 2 ** 20],
    ["1024", 1024],
    [2048, 2048],
    ["-1", -1],
  ])("%s is read as Docker reads it", (text, bytes) => {
    expect(bytesOf(text)).toBe(bytes);
  });

  it("are shown for people", () => {
    expect([0, 1023, 16 << 20, 1.5 * 2 ** 30].map(sizeText)).toEqual(["0 bytes", "1023 bytes", "16 MiB", "1.5 GiB"]);
  });
});

describe("the container of an attempt", () => {
  it("has a name that people can read, and that no other attempt has", () => {
    expect(containerName(attempt)).toBe("momiji-reports-group.make_it-3-800000112233aabb");
  });

  it("is told how to stop by the worker's grace, if not by the task", () => {
    expect(bodyOf({})).toMatchObject({ StopTimeout: 6, Env: ["S=1"] });
    expect(bodyOf({ stopGraceSeconds: 90, stopSignal: "SIGINT" })).toMatchObject({
      StopTimeout: 90,
      StopSignal: "SIGINT",
    });
  });

  it("publishes ports on all addresses, on one, and where one is free", () => {
    expect(bodyOf({ ports: { "80": 8080, "53/udp": "127.0.0.1:5353", "90": 0, "91": "[::1]:91" } })).toMatchObject({
      ExposedPorts: { "80/tcp": {}, "53/udp": {}, "90/tcp": {} },
      HostConfig: {
        PortBindings: {
          "80/tcp": [{ HostIp: "", HostPort: "8080" }],
          "53/udp": [{ HostIp: "127.0.0.1", HostPort: "5353" }],
          "90/tcp": [{ HostIp: "", HostPort: "0" }],
          "91/tcp": [{ HostIp: "::1", HostPort: "91" }],
        },
      },
    });
  });

  it("asks for processors, memory, files and devices", () => {
    const body = bodyOf({
      gpus: { deviceIds: ["0"], capabilities: ["gpu", "utility"] },
      memorySwap: -1,
      ulimits: { nofile: { soft: 1, hard: 2 }, nproc: 3 },
      tmpDir: "/work",
      mounts: [{ type: "bind", source: "/data", target: "/in", readOnly: true, propagation: "rslave" }],
      devices: ["/dev/a", "/dev/b:/dev/c:r"],
    });
    expect(body).toMatchObject({
      Env: ["MOMIJI_TMP_DIR=/work", "AIRFLOW_TMP_DIR=/work", "S=1"],
      HostConfig: {
        DeviceRequests: [{ Driver: "", Count: 0, DeviceIDs: ["0"], Capabilities: [["gpu", "utility"]] }],
        MemorySwap: -1,
        Ulimits: [
          { Name: "nofile", Soft: 1, Hard: 2 },
          { Name: "nproc", Soft: 3, Hard: 3 },
        ],
        Mounts: [
          {
            Type: "bind",
            Source: "/data",
            Target: "/in",
            ReadOnly: true,
            BindOptions: { Propagation: "rslave" },
          },
          { Type: "volume", Target: "/work", ReadOnly: false },
        ],
        Devices: [
          { PathOnHost: "/dev/a", PathInContainer: "/dev/a", CgroupPermissions: "rwm" },
          { PathOnHost: "/dev/b", PathInContainer: "/dev/c", CgroupPermissions: "r" },
        ],
      },
    });
  });

  it("is in several networks under its aliases", () => {
    expect(bodyOf({ network: ["a", "b"], networkAliases: ["web"] })).toMatchObject({
      HostConfig: { NetworkMode: "a" },
      NetworkingConfig: { EndpointsConfig: { a: { Aliases: ["web"] } } },
    });
  });
});
