import { createServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';
import { Fault } from './fault.ts';
import { REQUEST } from './limits.ts';
import { log } from './log.ts';

/** A server that holds its port; over TLS it speaks only once it has been given its keys. */
export interface Listening {
  readonly http: HttpServer | HttpsServer;
  readonly port: number;
}

/** Take the port. Throws a `Fault` in words when it cannot be had. */
export function listen({ port, host }: Pick<Config, 'port' | 'host'>, tls: boolean, answer: RequestListener): Promise<Listening> {
  const http = tls ? createTlsServer(REQUEST, answer) : createServer(REQUEST, answer);
  return new Promise((resolve, reject) => {
    http.once('error', ({ code }: NodeJS.ErrnoException) => reject(new Fault(cannotListen(code, port, host))));
    http.listen(port, host, () => {
      http.on('error', (error) => log.error({ error: String(error) }, 'the server stumbled'));
      resolve({ http, port: (http.address() as AddressInfo).port });
    });
  });
}

function cannotListen(code: string | undefined, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `--port: port ${port} is already in use; stop what uses it, or choose another with --port.`;
  if (code === 'EACCES') return `--port: this account may not use port ${port}; choose one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `--host: "${host}" is not an address of this machine.`;
  return `--port ${port} --host ${host}: cannot listen there (${code}).`;
}
