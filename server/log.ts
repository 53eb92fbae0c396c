import pino from 'pino';

const wanted = process.env.ESTRADE_LOG ?? 'info';
const level = wanted in pino.levels.values || wanted === 'silent' ? wanted : 'info';

/** Logs go to stderr: stdout belongs to the greeting, or to the one line of `--json`. No token is ever given to it. */
export const log = pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
