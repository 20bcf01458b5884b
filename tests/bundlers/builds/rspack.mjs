import { rspack } from "@rspack/core";

await new Promise((resolve, reject) => {
  rspack({ mode: "production", entry: "./main.js" }, (error, stats) => {
    if (error ?? stats.hasErrors()) reject(error ?? new Error(stats.toString()));
    else resolve();
  });
});
