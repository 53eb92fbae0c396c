import encodeQR from 'qr';
import { readyLinks } from './links.ts';
import type { Served } from './serve.ts';

/** What a program that started us waits for: one line. Its links work on this machine; the room's addresses stand beside them. */
export function readyLine({ url, forum, origins, fingerprint }: Served): string {
  const proof = fingerprint === null ? {} : { fingerprint };
  return JSON.stringify({ ready: true, url, forum: forum.state.setup.id, links: readyLinks(forum, url), addresses: origins, ...proof });
}

/** What the person at the keyboard needs: where, who, and how to stop. A terminal's own colours make the code readable on any ground. */
export function greeting({ url, forum, origins, fingerprint }: Served, colours: boolean): string {
  const [origin = url] = origins;
  const links = readyLinks(forum, origin);
  const { setup, course } = forum.state;
  const others = (count: number) => (count > 1 ? `  (${count - 1} more on the organiser's page)` : '');
  const lines = [
    '',
    `Estrade is ready: ${setup.name}, ${setup.city} (${course.phase}).`,
    '',
    `  On this network  ${origins.join('   ')}`,
    `  On this machine  ${url}`,
    '',
    `  Organiser        ${readyLinks(forum, url).organiser}`,
    `  Régie (MC)       ${links.mc}`,
    `  President        ${links.president}`,
    `  Juror            ${links.jurors[0]?.url}${others(links.jurors.length)}`,
    `  Table            ${links.tables[0]?.url}${others(links.tables.length)}`,
    ...(links.coaches.length === 0 ? [] : [`  Coach            ${links.coaches[0]}${others(links.coaches.length)}`]),
    `  Projector        ${links.projector}`,
    `  Stage display    ${links.stage}`,
    `  Public           ${links.public}`,
    '',
    encodeQR(links.public, colours ? 'term' : 'ascii'),
    `  The public page: scan it, or type ${links.public}`,
    '  Whoever has a link has its role: keep the organiser’s and the régie’s to yourself.',
    ...(fingerprint === null
      ? []
      : [
          '  Type https:// too: over plain http nothing answers here. Where a browser asks about the certificate, its SHA-256 is',
          `  ${fingerprint}`,
        ]),
    '  Ctrl-C stops. Everything is kept; the next start goes on from here.',
    '',
  ];
  return lines.join('\n');
}
