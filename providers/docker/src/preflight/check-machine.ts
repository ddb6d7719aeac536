/** Whether the engine's machine can give what the container asks for. */
import type { PreflightCheck } from "@momiji/sdk";
import { bytesOf, sizeText } from "../container/sizes.ts";
import { DOCKER_ERRORS } from "../errors.ts";
import type { Preflight } from "./preflight-facts.ts";
import { failed, ok, warning } from "./verdict.ts";

/** How engines name processors, and how images do. */
const ARCHITECTURES: { readonly [name: string]: string } = { x86_64: "amd64", aarch64: "arm64", armv7l: "arm" };

export function* checkMachine(facts: Preflight): Iterable<PreflightCheck> {
  const { cpus, memory, platform, gpus, runtime } = facts.params;
  if (cpus !== undefined) yield checkCpus(facts, cpus);
  if (memory !== undefined) yield checkMemory(facts, bytesOf(memory));
  if (platform !== undefined) yield checkPlatform(facts, platform);
  if (runtime !== undefined || gpus !== undefined) yield* checkRuntimes(facts);
}

function checkCpus({ info }: Preflight, cpus: number): PreflightCheck {
  const title = `the engine's machine has ${cpus} CPUs`;
  const detail = `it has ${info.NCPU}`;
  if (cpus <= info.NCPU) return ok("docker.cpus", title, detail);
  return failed("docker.cpus", title, { detail, remedy: `set cpus to ${info.NCPU} or less, or use a larger machine` });
}

function checkMemory({ info }: Preflight, bytes: number): PreflightCheck {
  const title = `the engine's machine has ${sizeText(bytes)} of memory`;
  const detail = `it has ${sizeText(info.MemTotal)}`;
  if (bytes <= info.MemTotal) return ok("docker.memory", title, detail);
  const remedy = "the engine starts the container all the same, and the machine may run out: set memory to less";
  return warning("docker.memory", title, { detail, remedy });
}

function checkPlatform({ info }: Preflight, platform: string): PreflightCheck {
  const own = `${info.OSType}/${ARCHITECTURES[info.Architecture] ?? info.Architecture}`;
  const title = `the engine runs ${platform}`;
  if (platform === own || platform.startsWith(`${own}/`)) return ok("docker.platform", title);
  const remedy = "it needs emulation (binfmt_misc with QEMU) on the engine's machine, or an engine of that platform";
  return warning("docker.platform", title, { detail: `it is ${own}`, remedy });
}

function* checkRuntimes({ info, params }: Preflight): Iterable<PreflightCheck> {
  const names = Object.keys(info.Runtimes ?? {});
  const detail = `it has ${names.join(", ")}`;
  if (params.runtime !== undefined) {
    const title = `the engine has the runtime ${params.runtime}`;
    const { remedy } = DOCKER_ERRORS.runtime_missing;
    yield names.includes(params.runtime)
      ? ok("docker.runtime", title)
      : failed("docker.runtime", title, { detail, remedy });
  }
  if (params.gpus === undefined) return;
  const title = "the engine has GPUs to give";
  // Engines with the container device interface need no runtime of their own, and do not say what they have.
  yield names.some((name) => name.includes("nvidia"))
    ? ok("docker.gpus", title)
    : warning("docker.gpus", title, { detail: `${detail}, none of a GPU`, remedy: DOCKER_ERRORS.gpu_missing.remedy });
}
