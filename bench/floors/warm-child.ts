/** Answers each number with its fibo. */
import { fibo } from "../fibo.ts";

process.on("message", (n: number) => process.send?.(fibo(n)));
process.send?.(0);
