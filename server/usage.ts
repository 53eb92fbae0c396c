/** What `--help` prints. */
export const USAGE = `Usage: npm start -- [--port N] [--host H] [--data DIR] [--forum FILE] [--name NAME] [--tls | --cert FILE --key FILE]
                    [--backup DIR] [--restore FILE] [--trust-proxy] [--json]

  --port N      port to serve on (3000); 0 takes a free one
  --host H      address to listen on (0.0.0.0: every network of this machine)
  --data DIR    folder of the forums' files (./data), created when missing
  --forum FILE  a forum set-up in JSON; without it, the forums of the data folder, or Amiens 2019
  --name NAME   name by which the room reaches this machine: links carry it, pages under other names are refused
  --tls         https, with a certificate of its own, made once and kept in the data folder
  --cert FILE   https, with this certificate in PEM, and the chain after it
  --key FILE    the key of that certificate in PEM, without a passphrase
  --backup DIR  keep a copy of each forum's file in DIR, a USB key: after each step, and every 10 s while something changes
  --restore FILE  start from such a copy; the file it replaces is kept under another name
  --trust-proxy believe X-Forwarded-Proto, -Host and -For: only behind a reverse proxy that sets them
  --json        one line of JSON on stdout when ready, logs on stderr
  --help        this text`;
