/**
 * Table: the servers. A row says how one is started, and what is particular about it.
 *
 * - `name`
 * - `sendsDate`: whether its answers have the header Date, from which a client learns its skew
 * - `needs`: what it takes beyond the libraries: a function that resolves to members of the place,
 *   or to `{ missing }`, which says why it cannot run on this machine
 * - `files(place)`: text of the configuration files, by name
 * - `programs(place)`: `[command, ...args]` of each process, those behind a proxy first
 *
 * A place is `{ port, folder, project, python, bin, packages }`: a free port of 127.0.0.1, the
 * folder of this one run, the Django project, the interpreter, the folder of its programs and that
 * of its libraries; and `owner`, `{ uid, gid }`, where the server does not run as we do.
 */
import { join } from "node:path";
import { apacheConfig, findApache } from "./apache.mjs";
import { findNginx, nginx, nginxConfig } from "./nginx.mjs";

const WSGI = "config.wsgi:application";
const ASGI = "config.asgi:application";

export const TABLE = [
  {
    name: "Gunicorn",
    sendsDate: true,
    programs: (place) => [gunicorn(place, at(place))],
  },
  {
    name: "uWSGI",
    sendsDate: false,
    // It closes each connection, and does not say so by itself: clients would use it again.
    programs: (place) => [
      [...uwsgi(place, "--http", at(place)), "--add-header", "Connection: close"],
    ],
  },
  {
    name: "Daphne",
    sendsDate: false,
    programs: ({ bin, port }) => [
      [join(bin, "daphne"), "-v", "0", "-b", "127.0.0.1", "-p", `${port}`, ASGI],
    ],
  },
  {
    name: "Hypercorn, ASGI",
    sendsDate: true,
    programs: (place) => [hypercorn(place, ASGI)],
  },
  {
    name: "Hypercorn, WSGI",
    sendsDate: true,
    programs: (place) => [hypercorn(place, `wsgi:${WSGI}`)],
  },
  {
    name: "nginx and Gunicorn",
    sendsDate: true,
    needs: findNginx,
    files: (place) => ({
      "nginx.conf": nginxConfig(place, `proxy_pass http://unix:${socket(place)};`),
    }),
    programs: (place) => [gunicorn(place, `unix:${socket(place)}`), nginx(place)],
  },
  {
    name: "nginx and uWSGI",
    sendsDate: true,
    needs: findNginx,
    files: (place) => ({
      "nginx.conf": nginxConfig(place, `uwsgi_pass unix:${socket(place)};`),
    }),
    programs: (place) => [uwsgi(place, "--socket", socket(place)), nginx(place)],
  },
  {
    name: "Apache and mod_wsgi",
    sendsDate: true,
    needs: findApache,
    files: (place) => ({ "apache.conf": apacheConfig(place) }),
    programs: ({ apache, folder }) => [
      [apache, "-D", "FOREGROUND", "-f", join(folder, "apache.conf")],
    ],
  },
  {
    name: "runserver",
    sendsDate: true,
    programs: (place) => [[place.python, "-m", "django", "runserver", "--noreload", at(place)]],
  },
];

/** The row that everything beyond the servers themselves is shown on, and one that says no time. */
export const [GUNICORN, UWSGI] = TABLE;

function at({ port }) {
  return `127.0.0.1:${port}`;
}

/** Short: a socket's path has about a hundred bytes. */
function socket({ folder }) {
  return join(folder, "s");
}

/**
 * Threads, or connections that a browser opens ahead of its requests would hold the workers. By itself
 * it closes connections after two idle seconds, perhaps just when Node uses one again.
 */
function gunicorn({ bin }, address) {
  const flags = ["--workers", "2", "--threads", "4", "--graceful-timeout", "1"];
  flags.push("--keep-alive", "60");
  // Its control socket would be in the home of whoever runs this.
  return [join(bin, "gunicorn"), ...flags, "--no-control-socket", "--bind", address, WSGI];
}

function uwsgi({ bin }, kind, address) {
  const flags = [
    "--master",
    "--processes",
    "2",
    "--die-on-term",
    "--need-app",
    "--disable-logging",
  ];
  return [join(bin, "uwsgi"), kind, address, "--module", WSGI, ...flags];
}

function hypercorn({ bin, port }, application) {
  const flags = ["--workers", "2", "--graceful-timeout", "0"];
  return [join(bin, "hypercorn"), ...flags, "--bind", `127.0.0.1:${port}`, application];
}
