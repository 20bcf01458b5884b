import { Parcel } from "@parcel/core";

const parcel = new Parcel({
  entries: "index.html",
  defaultConfig: "@parcel/config-default",
  mode: "production",
  shouldDisableCache: true,
  defaultTargetOptions: { distDir: "dist", publicUrl: "/", sourceMaps: false },
});
await parcel.run();
