/** Spawns commands when told to, and says when they have ended. */
import { spawn } from "node:child_process";

process.on("message", ({ count, atOnce }: { count: number; atOnce: number }) => {
  let left = count;
  let running = 0;
  const next = (): void => {
    if (left === 0 && running === 0) process.send?.("done");
    while (left > 0 && running < atOnce) {
      left--;
      running++;
      spawn("bash", ["-c", "true"], { stdio: ["ignore", "pipe", "pipe"] }).on("close", () => {
        running--;
        next();
      });
    }
  };
  next();
});
process.send?.("ready");
