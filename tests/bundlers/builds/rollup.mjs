// Rollup finds packages by a plugin only, whichever they are.
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { rollup } from "rollup";

const bundle = await rollup({ input: "main.js", plugins: [nodeResolve()] });
await bundle.write({ file: "dist/main.js", format: "iife" });
await bundle.close();
