/**
 * Bundle: what esbuild makes of a script of the packed project, with no setting but the conditions
 * that its host stands for.
 */
import { relative } from "node:path";
import { build } from "esbuild";
import { installed, project } from "../packed.mjs";

/** Resolves to `{ code, used }`: the bundle, and which files of the package's dist went into it. */
export async function bundle(entryPoint, options) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: project,
    bundle: true,
    entryPoints: [entryPoint],
    format: "esm",
    logLevel: "silent",
    metafile: true,
    write: false,
    ...options,
  });
  const dist = `${relative(project, installed)}/dist/`.replaceAll("\\", "/");
  const inputs = Object.keys(metafile.inputs).filter((name) => name.startsWith(dist));
  return { code: outputFiles[0].text, used: inputs.map((name) => name.slice(dist.length)).sort() };
}
