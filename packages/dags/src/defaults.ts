import type { EvaluatorLimits } from "./evaluating/start-evaluator.ts";

export const DEFAULT_LIMITS: EvaluatorLimits = { evaluateTimeoutMillis: 30_000, memoryLimitMiB: 512 };
