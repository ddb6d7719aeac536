/** Spawns commands when told to, and says when they have ended. Plain JavaScript: a process that strips types is no small one. */
import { spawn } from "node:child_process";

process.on("message", ({ count, atOnce }) => {
  let left = count;
  let running = 0;
  const next = () => {
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
