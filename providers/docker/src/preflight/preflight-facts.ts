/** What the checks look at. */
import type { PreflightContext } from "@momiji/sdk";
import type { EngineClient } from "../engine/engine-client.ts";
import type { EngineInfo } from "../engine/engine-types.ts";
import type { RunParams } from "../run-params.ts";

export interface Preflight {
  readonly ctx: PreflightContext;
  readonly params: RunParams;
  readonly engine: EngineClient;
  readonly info: EngineInfo;
}
