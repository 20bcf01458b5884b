/**
 * Raw HTTP: requests whose every byte is the test's, which no client of comfort would send.
 */
import { connect } from "node:net";

/**
 * Sends a request with these `Authorization` headers, and with the whole header lines `fields`; their
 * characters are bytes. Resolves to `{ status, header, body }`, where `header` gives a header's value
 * or `null`.
 */
export async function sendRaw(port, { method = "GET", path, authorization, fields = [] }) {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    ...authorization.map((value) => `Authorization: ${value}`),
    ...fields,
    "Connection: close",
  ];
  const socket = connect(port, "127.0.0.1");
  // Not `end`: to Node's server, a client that has closed its half has left.
  socket.write(Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"));
  let text = "";
  socket.setEncoding("latin1");
  // Not every server closes: workerd keeps the connection whatever it is told.
  for await (const chunk of socket) {
    text += chunk;
    if (isWhole(text, method)) break;
  }
  socket.destroy();
  return parse(text);
}

function isWhole(text, method) {
  if (!text.includes("\r\n\r\n")) return false;
  const { header, rest } = split(text);
  if (method === "HEAD") return true;
  if (header("transfer-encoding") === "chunked") return rest.endsWith("0\r\n\r\n");
  const length = header("content-length");
  return length !== null && rest.length >= Number(length);
}

function parse(text) {
  const { status, header, rest } = split(text);
  return {
    status,
    header,
    body: header("transfer-encoding") === "chunked" ? unchunked(rest) : rest,
  };
}

function split(text) {
  const end = text.indexOf("\r\n\r\n");
  const [first, ...fields] = text.slice(0, end).split("\r\n");
  const header = (name) => {
    const start = `${name}:`;
    const found = fields.filter((field) => field.toLowerCase().startsWith(start));
    return found.length > 0
      ? found.map((field) => field.slice(start.length).trim()).join(" AND ")
      : null;
  };
  return { status: Number(first.split(" ")[1]), header, rest: text.slice(end + 4) };
}

function unchunked(text) {
  let body = "";
  for (let at = 0; ;) {
    const line = text.indexOf("\r\n", at);
    const length = parseInt(text.slice(at, line), 16);
    if (!(length > 0)) return body;
    body += text.slice(line + 2, line + 2 + length);
    at = line + 2 + length + 2;
  }
}
