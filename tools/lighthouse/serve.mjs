// Serves a built site on loopback as a static host does: gzipped, with the
// headers of the site's own _headers file.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { createGzip } from "node:zlib";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
};

// empty is the address of a page with a line of text: what it takes, the
// machine and the browser take for any page.
export const empty = "/-/empty";

const emptyPage =
  '<!DOCTYPE html><html lang="en"><title>Empty</title><meta name="description" content="A page with nothing on it"><meta name="viewport" content="width=device-width"><main><h1>Empty</h1></main></html>';

// readHeaders gives the rules of a _headers file: a line with a path, which may
// end with *, and below it the headers, indented. A site without the file has
// none.
async function readHeaders(folder) {
  const text = await readFile(join(folder, "_headers"), "utf8").catch(() => "");
  const rules = [];
  for (const line of text.split("\n")) {
    if (/^\S/.test(line)) {
      rules.push({ path: line.trim(), headers: [] });
    } else if (line.trim()) {
      const [, name, value] = /^\s+([^:]+):\s*(.*)$/.exec(line);
      rules.at(-1).headers.push([name, value]);
    }
  }
  return rules;
}

const fits = (rule, path) =>
  rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;

// serve resolves to { address, close }; the address has no slash at its end.
export async function serve(folder) {
  const rules = await readHeaders(folder);
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (path === empty) {
      response.writeHead(200, { "Content-Type": types[".html"] }).end(emptyPage);
      return;
    }
    const file = normalize(join(folder, path.endsWith("/") ? path + "index.html" : path));
    const found = file.startsWith(normalize(folder) + sep) && (await stat(file).catch(() => null))?.isFile();
    if (!found) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found\n");
      return;
    }
    for (const rule of rules.filter((r) => fits(r, path))) {
      for (const [name, value] of rule.headers) {
        response.appendHeader(name, value);
      }
    }
    response.writeHead(200, {
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "Content-Encoding": "gzip",
      Vary: "Accept-Encoding",
    });
    createReadStream(file).pipe(createGzip({ level: 9 })).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
