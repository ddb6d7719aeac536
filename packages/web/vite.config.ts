/** Builds the interface into `dist/app`: files with a hash in their name, which the API server serves from wherever it stands. */
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

const shortName = (name: string): string => name.replace(/~.*|\.\w+$/, "");

export default defineConfig({
  // Relative to `<base href>`, which the server writes: the same files work under any base path.
  base: "./",
  plugins: [react()],
  // The client as it stands in `src`: nothing has to be built before.
  resolve: { conditions: ["source", ...defaultClientConditions] },
  build: {
    outDir: "dist/app",
    emptyOutDir: true,
    assetsDir: "static",
    // The policy of the page allows no `data:` scripts, and one request more costs nothing beside the cache.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2024",
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // The name of a shared one would list who shares it.
        chunkFileNames: ({ name }) => `static/${shortName(name)}-[hash].js`,
        assetFileNames: ({ names: [name = ""] }) => `static/${shortName(name)}-[hash][extname]`,
        // Few files: what every page needs is one, and what pages share is with the pages that do, not each part a request of its own.
        codeSplitting: {
          groups: [
            { name: "first", tags: ["$initial"], priority: 2 },
            { name: "shared", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 100_000, priority: 1 },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
});
