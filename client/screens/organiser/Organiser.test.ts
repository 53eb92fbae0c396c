import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { audienceKey } from '../../../shared/audience.ts';
import { forum } from '../../gallery/literal.ts';
import { withOrigin } from './office.ts';
import { groupsOf } from './people.ts';
import { plannedPassages, questionsThatFit } from './programme.ts';
import Organiser, { states } from './states.ts';

const body = (name: string) => render(Organiser, { props: states[name] as never }).body.replaceAll(/<!--.*?-->/g, '');
const read = (name: string) =>
  body(name)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');

describe('the programme', () => {
  test('on the eve the fault comes first, with its way out', () => {
    expect(read('eve')).toContain('Le programme ne tient pas. Il déborde de 37 min.');
    expect(read('eve')).toContain('Pour finir à 16 h 00 : 2 min 30 de questions au lieu de 5 min. Sinon, annoncez la fin à 16 h 37.');
    expect(body('eve')).toMatch(/role="img" aria-label="15.passages, fin à 16.h.37, 5 au-delà de la fin imprimée\."/);
  });
  test('without a printed end it says when it ends, and accuses nobody', () => {
    expect(read('eve-no-end')).toContain('Les passages finissent vers 16 h 37.');
    expect(read('eve-no-end')).not.toContain('déborde');
  });
  test('in the afternoon it is the forecast', () => {
    expect(read('afternoon-presence')).toContain('Les passages finissent vers 16 h 42. 42 min de retard sur le programme imprimé.');
  });
  test('ten teams fit the printed ninety minutes', () => {
    expect(plannedPassages(forum)?.slots.filter(({ beyond }) => !beyond)).toHaveLength(10);
    expect(questionsThatFit(forum, (90 * 60_000) as never)).toBe(150);
    expect(questionsThatFit(forum, (50 * 60_000) as never)).toBeNull();
  });
});

describe('who is there', () => {
  test('counts, and names the missing', () => {
    expect(read('afternoon-presence')).toContain('Le jury 14 sur 15');
    expect(read('afternoon-presence')).toContain('Manque : Siège 7.');
    expect(read('afternoon-presence')).toContain('muet depuis 15 h 12');
    expect(read('afternoon-presence')).toContain('Manque : Table 9, Table 12.');
    expect(read('closed')).toContain('Tout le monde est là.');
  });
  test('nobody is missing before anyone was told', () => {
    expect(read('eve')).toContain('Le jury 0 sur 15');
    expect(read('eve')).not.toContain('Manque');
    expect(read('eve-no-end')).not.toContain('sur 15');
  });
  test('everyone who gets a link is in one group, once', () => {
    const { views } = states.eve as NonNullable<typeof states.eve>;
    const shown = groupsOf(views, null).flatMap(({ guests }) => guests.map(({ audience }) => audience));
    expect([...shown].sort()).toEqual([...views.office.links.map(({ audience }) => audience), audienceKey({ role: 'public' })].sort());
  });
});

describe('the links', () => {
  test('no link and no code is on the page until a name is chosen', () => {
    expect(body('eve')).not.toContain('Vt3xQ9mB7rLw2ZcD5fGh');
    expect(body('eve')).not.toContain('Code QR');
  });
  test('one at a time: its code and an address that can be selected', () => {
    expect(body('links-open').match(/Vt3xQ9mB7rLw2ZcD5fGh/g)).toHaveLength(1);
    expect(body('links-open')).toMatch(/aria-label="Code QR.: Siège.3"/);
    expect(body('links-open')).toMatch(/<input[^>]*readonly[^>]*value="http:\/\/192\.168\.1\.20:8080\/amiens-2019\/juror#/);
    expect(read('links-open')).toContain('Refaire ce lien');
  });
  test('another address of this machine keeps the path and the token', () => {
    expect(withOrigin('http://192.168.1.20:8080/amiens-2019/juror#abc', 'http://10.8.0.4:8080')).toBe(
      'http://10.8.0.4:8080/amiens-2019/juror#abc',
    );
  });
});

describe('the results', () => {
  test('wait for the close, and say so', () => {
    expect(body('eve')).toMatch(/aria-disabled="true"[^>]*>Résultats.: après la clôture de la séance</);
    expect(read('eve')).not.toContain('CSV');
  });
  test('then are two files', () => expect(read('closed')).toMatch(/Résultats \(CSV\).*Résultats \(JSON\)/));
});

test('what was supposed in the set-up can be read', () => {
  expect(read('eve')).toContain('Hypothèses, inventées pour l’essai');
  expect(read('eve-no-end')).not.toContain('supposé');
});
