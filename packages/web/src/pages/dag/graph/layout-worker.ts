/** Lays out large graphs beside the page, so that the page stays quick. */
import { layered } from "./layered.ts";
import type { LayoutInput } from "./layout.ts";

self.addEventListener("message", ({ data }: MessageEvent<LayoutInput>) => self.postMessage(layered(data)));
