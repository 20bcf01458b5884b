import { build } from "vite";

await build({ configFile: false, logLevel: "warn" });
