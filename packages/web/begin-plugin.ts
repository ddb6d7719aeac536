/** Gives the file that has `src/live/begin.ts` a script tag of its own: it runs as soon as it is there, and does not wait for the page's other scripts. */
import type { Plugin } from "vite";

const MODULE = /web.src.live.begin\.ts$/;

export function begin(): Plugin {
  return {
    name: "begin",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => MODULE.test(id)));
        if (chunk === undefined) throw new Error("the build has no file for src/live/begin.ts");
        const attrs = { type: "module", async: true, crossorigin: true, src: `./${chunk.fileName}` };
        return [{ tag: "script", attrs, injectTo: "head" }];
      },
    },
  };
}
