/**
 * Copies what the page of the API at `/docs` is made of into `packages/api/dist/docs-page`, with its licence: the package it comes from
 * brings one that reports installations, which nobody who installs Momiji shall have.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const API = join(import.meta.dirname, "..", "packages", "api");
const FILES = ["swagger-ui.css", "swagger-ui-bundle.js", "LICENSE", "NOTICE"];

const ofApi = createRequire(join(API, "package.json"));
const from = dirname(ofApi.resolve("swagger-ui-dist/package.json"));
const to = join(API, "dist", "docs-page");
mkdirSync(to, { recursive: true });
for (const file of FILES) copyFileSync(join(from, file), join(to, file));
