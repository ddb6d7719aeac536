import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { logStoreConformance } from "../log-store-conformance.ts";
import { FolderStore } from "./shipping/folder-store.testing.ts";

logStoreConformance("a store in a folder", async () => {
  const folder = mkdtempSync(join(tmpdir(), "momiji-store-"));
  const store = new FolderStore(folder);
  return {
    open: () => store,
    down: () => void (store.isDown = true),
    up: () => void (store.isDown = false),
    loseAnswer: () => void (store.answersToLose = 1),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
});
