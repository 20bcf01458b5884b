/**
 * Installed: where a distribution keeps the servers that pip has not.
 */
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** Where Debian has servers, which is not on everybody's PATH. */
const SYSTEM_FOLDERS = ["/usr/sbin", "/usr/local/sbin"];

/** The path of a program, or `undefined`. */
export async function findProgram(name) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...SYSTEM_FOLDERS];
  for (const folder of folders) {
    if (await may(join(folder, name), constants.X_OK)) return join(folder, name);
  }
  return undefined;
}

/** Whether a file can be read. */
export function isReadable(path) {
  return may(path, constants.R_OK);
}

function may(path, mode) {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
