// Servers that misbehave, on the loopback address: each path is one way of answering.
import http from 'node:http';
import net from 'node:net';
import { gzipSync } from 'node:zlib';

export type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

export interface Server {
  /** `http://127.0.0.1:12345` */
  readonly origin: string;
  /** What was asked for, in order: `GET /path`. */
  readonly asked: string[];
  readonly headers: http.IncomingHttpHeaders[];
  /** Bytes that left for each path. */
  readonly sent: Map<string, number>;
  close(): Promise<void>;
}

export async function serve(routes: Readonly<Record<string, Handler>>): Promise<Server> {
  const asked: string[] = [];
  const headers: http.IncomingHttpHeaders[] = [];
  const sent = new Map<string, number>();
  const server = http.createServer((request, response) => {
    const path = request.url!.split('?')[0]!;
    asked.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    response.on('error', () => {});
    const { socket } = request;
    response.on('close', () => sent.set(path, socket.bytesWritten));
    (routes[path] ?? routes[`/${path.split('/')[1]}/`] ?? html(404, '<title>404 Not Found</title>'))(request, response);
  });
  const origin = await listen(server);
  return { origin, asked, headers, sent, close: () => new Promise(resolve => { server.closeAllConnections(); server.close(() => resolve()); }) };
}

/** A server below HTTP: what it says to whoever connects. */
export async function serveRaw(answer: (socket: net.Socket) => void): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    answer(socket);
  });
  const origin = await listen(server);
  return { origin, close: () => new Promise(resolve => { for (const socket of sockets) socket.destroy(); server.close(() => resolve()); }) };
}

const listen = (server: net.Server): Promise<string> => new Promise((resolve, reject) => {
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as net.AddressInfo).port}`));
});

export const send = (status: number, headers: http.OutgoingHttpHeaders, body: string | Uint8Array = ''): Handler => (_, response) => response.writeHead(status, headers).end(body);
export const html = (status: number, body: string | Uint8Array, type = 'text/html; charset=utf-8'): Handler => send(status, { 'content-type': type }, body);
export const page = (head: string, body = ''): Handler => html(200, `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`);
export const to = (location: string, status = 302): Handler => send(status, { location });

/** A body that never ends, as fast as it is taken. */
export const flood = (start: string, headers: http.OutgoingHttpHeaders = {}): Handler => (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html', ...headers });
  response.write(start);
  const more = (): void => {
    while (!response.destroyed && response.write('<p>가나다라마바사</p>'.repeat(1000)));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};

/** A byte now and then, for ever. */
export const drip = (start: string): Handler => (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.write(start);
  const timer = setInterval(() => response.write('x'), 50);
  response.on('close', () => clearInterval(timer));
};

/** A few kilobytes that become so many megabytes. */
export const bomb = (start: string, megabytes: number): Handler => send(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }, gzipSync(start + ' '.repeat(megabytes * 1024 * 1024)));

export const bytes = (start: string, hex: string, end: string): Uint8Array => Buffer.concat([Buffer.from(start, 'latin1'), Buffer.from(hex, 'hex'), Buffer.from(end, 'latin1')]);
