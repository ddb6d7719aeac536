/** Builds the interface into `dist/app`: files with a hash in their name, which the API server serves from wherever it stands. */
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

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
        // Few files: what several pages share is loaded with the first of them, not each part by a request of its own.
        codeSplitting: {
          groups: [
            {
              name: "kit",
              test: /node_modules.(?!@codemirror|@lezer|@marijn|@xyflow|d3-|elkjs)/,
              minShareCount: 3,
              priority: 2,
            },
            { name: "shared", test: /packages.(web|client).src/, minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
});
