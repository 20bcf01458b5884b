/**
 * nginx: a configuration in one file, which writes nowhere but into its folder.
 */
import { join } from "node:path";
import { findProgram, isReadable } from "./installed.mjs";

const UWSGI_PARAMETERS = "/etc/nginx/uwsgi_params";

export async function findNginx() {
  const path = await findProgram("nginx");
  const found = path && (await isReadable(UWSGI_PARAMETERS));
  return found ? { nginx: path } : { missing: "no nginx on this machine; install nginx-light" };
}

export function nginx({ nginx, folder }) {
  return [nginx, "-p", folder, "-e", "stderr", "-c", join(folder, "nginx.conf")];
}

/** `pass` is the directive that leads to the server behind. */
export function nginxConfig({ port, folder }, pass) {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
${process.getuid() === 0 ? "user root;" : ""}
daemon off;
worker_processes 1;
error_log stderr;
pid nginx.pid;
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${join(folder, name)};`).join("\n  ")}
  server {
    listen 127.0.0.1:${port};
    location / {
      include ${UWSGI_PARAMETERS};
      proxy_set_header Host $http_host;
      ${pass}
    }
  }
}
`;
}
