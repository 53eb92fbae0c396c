import pino from 'pino';

/** Logs go to stderr: stdout belongs to the greeting, or to the one line of `--json`. No token is ever given to it. */
export const log = pino({ level: process.env.ESTRADE_LOG ?? 'info', base: null }, pino.destination({ fd: 2, sync: true }));
