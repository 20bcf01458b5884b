/**
 * Start: every document of the site is kept for offline use and shows its version in `#version`.
 *
 * A script of its own, so that a version can still be seen and replaced where the page itself fails.
 */
import { createVersionLine } from "../components/version-line.js";
import { registerOffline } from "./register.js";

const root = document.getElementById("version");
if (root) {
  const line = createVersionLine(root, { onUpdate: () => void offline.applyUpdate() });
  const version = document.querySelector("meta[name=version]")?.getAttribute("content") ?? "";
  const offline = registerOffline({ onState: line.show, version });
  const language = new MutationObserver(line.retell);
  language.observe(document.documentElement, { attributeFilter: ["lang"] });
}
