import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// One classic script without imports: it stands inside a page that may ask for nothing.
export default defineConfig({
  resolve: { alias: [{ find: /^leaflet$/, replacement: at("src/leaflet.js") }] },
  publicDir: false,
  build: {
    outDir: at("../src/fogline/web/assets"),
    emptyOutDir: false,
    target: "es2022",
    license: { fileName: "islands.LICENSE.md" },
    lib: { entry: at("src/main.ts"), formats: ["iife"], name: "fogline", fileName: () => "islands.js" },
  },
});
