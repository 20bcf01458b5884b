import webpack from "webpack";

await new Promise((resolve, reject) => {
  webpack({ mode: "production", entry: "./main.js" }, (error, stats) => {
    if (error ?? stats.hasErrors()) reject(error ?? new Error(stats.toString()));
    else resolve();
  });
});
