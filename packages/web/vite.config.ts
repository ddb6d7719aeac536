/** Builds the interface into `dist/app`: files with a hash in their name, which the API server serves from wherever it stands. */
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { begin } from "./begin-plugin.ts";
import { words } from "./words-plugin.ts";

/** Libraries for what few pages show come with those: code, graphs, forms with numbers. */
const isSmall = (id: string): boolean =>
  !/node_modules.(@codemirror|@lezer|@marijn|@xyflow|d3-|react-number-format)/.test(id);

/** The page itself stays what its manifest begins with. */
const isNoEntry = (id: string): boolean => !/web.(index\.html|src.main\.tsx)/.test(id);

export default defineConfig({
  // Relative to `<base href>`, which the server writes: the same files work under any base path.
  base: "./",
  plugins: [words(), begin(), react()],
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
    // src/server/budgets.test.ts holds them to their sizes as they are sent.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        // Few files: what begins before the page; what every page needs, with the page that people come to, is one; what many pages share is another.
        codeSplitting: {
          groups: [
            { name: "begin", test: /web.src.live.begin\.ts$/, priority: 3 },
            { name: "first", tags: ["$initial"], test: isNoEntry, priority: 2 },
            { name: "common", test: isSmall, minShareCount: 4, priority: 1 },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
});
