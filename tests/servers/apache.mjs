/**
 * Apache with mod_wsgi, as Debian has them: built for one version of Python, and never root.
 */
import { join } from "node:path";
import { runProgram } from "../runtimes/child.mjs";
import { findProgram, isReadable } from "./installed.mjs";

const MODULES = "/usr/lib/apache2/modules";
const DEBIAN_PYTHON = "/usr/bin/python3";

const VERSION = ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"];

/** `owner`: who is left of root, and needs to read and write what the server reads and writes. */
export async function findApache({ python }) {
  const path = await findProgram("apache2");
  if (!path || !(await isReadable(join(MODULES, "mod_wsgi.so")))) {
    return { missing: "no Apache with mod_wsgi; install apache2 and libapache2-mod-wsgi-py3" };
  }
  // The libraries' compiled parts fit one version of Python only.
  const [theirs, ours] = await Promise.all([DEBIAN_PYTHON, python].map(versionOf));
  if (theirs !== ours) {
    return { missing: `mod_wsgi is for Python ${theirs}, the libraries are for Python ${ours}` };
  }
  return { apache: path, owner: process.getuid() === 0 ? await ownerNamed("www-data") : undefined };
}

/**
 * What is particular: without WSGIPassAuthorization no token arrives, and without the main
 * interpreter compiled libraries break. The server's user gets no home: it has no python-home.
 */
export function apacheConfig({ port, folder, project, packages, owner }) {
  const load = (name) => `LoadModule ${name}_module ${join(MODULES, `mod_${name}.so`)}`;
  return `
ServerRoot "${folder}"
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile "${join(folder, "apache.pid")}"
DefaultRuntimeDir "${folder}"
ErrorLog /dev/stderr
${owner ? `User #${owner.uid}\nGroup #${owner.gid}` : ""}
${["mpm_event", "authz_core", "wsgi"].map(load).join("\n")}
WSGISocketPrefix "${join(folder, "w")}"
WSGIDaemonProcess backend processes=2 threads=4 python-path="${project}:${packages}"
WSGIProcessGroup backend
WSGIApplicationGroup %{GLOBAL}
WSGIPassAuthorization On
WSGIScriptAlias / "${join(project, "config/wsgi.py")}"
<Directory "${project}">
  Require all granted
</Directory>
`;
}

async function ownerNamed(name) {
  const ids = ["-u", "-g"].map((flag) => runProgram("id", [flag, name], { seconds: 60 }));
  const [uid, gid] = (await Promise.all(ids)).map(Number);
  return { uid, gid };
}

async function versionOf(python) {
  return (await runProgram(python, VERSION, { seconds: 60 })).trim();
}
