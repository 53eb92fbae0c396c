import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { audienceKey } from '../../../shared/audience.ts';
import { forum, grid } from '../../gallery/literal.ts';
import { clausesOf } from '../../text/reglement.ts';
import { dayAfter } from './moment.ts';
import { withOrigin } from './office.ts';
import { groupsOf } from './people.ts';
import { plannedPassages, questionsThatFit } from './programme.ts';
import Organiser, { states } from './states.ts';

const body = (name: string) => render(Organiser, { props: states[name] as never }).body.replaceAll(/<!--.*?-->/g, '');
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0\u202f]+/g, ' ');
const read = (name: string) => plain(body(name));

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
  test('at another hour than the printed one it is neither early nor late', () => {
    expect(read('another-hour')).toContain('Les passages finissent vers 3 h 12. Hors de l’horaire imprimé.');
    expect(read('another-hour')).not.toMatch(/avance|retard|fin imprimée/);
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
    expect(read('no-quorum')).toContain('Tout le monde est là.');
  });
  test('[W24] who asks for too much is named, with since when, what was done and what to do', () => {
    expect(read('excesses')).toContain(
      'Siège 4 de 15 h 31 à 15 h 36, 412 fois Ralenti : ce qui est en trop est refusé, le reste passe. Si cela dure, demandez qui a ce lien',
    );
    expect(read('excesses')).toContain('Page publique, depuis l’adresse 192.168.1.44 à 15 h 20, 1 fois Connexion coupée');
    expect(read('excesses')).toContain('Tenu dehors : trop d’écrans ouverts, ou ouverts trop vite. Si cela dure, cherchez cet appareil');
    expect(read('afternoon-presence')).not.toContain('Demandes en trop');
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

describe('the papers', () => {
  test('the minutes at any time, as a draft; the results wait for the close, and say so', () => {
    expect(read('afternoon-presence')).toContain('Procès-verbal, projet (PDF)');
    expect(body('afternoon-presence')).toMatch(/aria-disabled="true"[^>]*>Résultats.: après la clôture de la séance</);
    expect(read('afternoon-presence')).not.toMatch(/CSV|Annexe/);
    expect(read('deliberation')).toContain('Annexe (PDF)');
  });
  test('then are files, for all and for each team, and a page to check them by', () => {
    const text = read('closed');
    for (const paper of [
      'Procès-verbal (PDF)',
      'Annexe (PDF)',
      'Résultats (CSV)',
      'Bulletins (CSV)',
      'Horaires (CSV)',
      'Export complet (JSON)',
    ])
      expect(text).toContain(paper);
    expect(text.match(/Retour du jury \(PDF\) Extrait de ses notes \(PDF\)/g)).toHaveLength(15);
    expect(body('closed')).toContain('href="/verify"');
    expect(read('restitution')).not.toContain('Par équipe');
  });
});

describe('single ballots', () => {
  test('[J18] are kept, and it is said until when; then one act erases them, with the archives’ leave', () => {
    expect(read('closed')).toContain('se gardent jusqu’au 29 janvier 2020');
    expect(read('closed')).toContain('Possible à partir du 29 janvier 2020');
    expect(read('closed')).not.toContain('Effacer les bulletins nominatifs');
    expect(read('ballots-due')).toContain('Référence du visa des archives');
    expect(body('ballots-due')).toMatch(/aria-disabled="true"[^>]*>Effacer les bulletins nominatifs/);
  });
  test('[J21] are then gone, and nothing that rests on them is offered', () => {
    const text = read('ballots-erased');
    expect(text).toContain('effacés le 29 janvier 2020');
    expect(text).toContain('Horaires (CSV) Export complet (JSON)');
    expect(text).not.toMatch(/Procès-verbal[^.]*\(PDF\)|Résultats|Retour du jury|Annexe \(PDF\)/);
  });
});

describe('the three pages', () => {
  const page = (name: string) => body(name).match(/aria-current="page"[^>]*>\s*([^<\s]+)/)?.[1];
  test('the phase opens its own, and another can be turned to', () => {
    expect(page('eve')).toBe('Avant');
    expect(page('afternoon-presence')).toBe('Pendant');
    expect(page('deliberation')).toBe('Pendant');
    expect(page('restitution')).toBe('Après');
    expect(page('closed')).toBe('Après');
    expect(page('another-hour')).toBe('Avant');
  });
});

describe('who sits', () => {
  test('comes and leaves in one tap', () => {
    expect(body('afternoon-presence')).toMatch(/aria-label="Arrivée, siège 3"/);
    expect(body('afternoon-presence')).toMatch(/aria-label="Départ, siège 1"/);
    expect(read('afternoon-presence')).toMatch(/11 80 Agente ou agent de la Somme départ à 15 h 20/);
    expect(body('closed')).not.toContain('aria-label="Départ, siège');
  });
  test('a broken quorum is a fault, with its sign; before anyone was awaited it is none', () => {
    expect(/role="status" class="[^"]*broken[^"]*"><svg/.test(body('no-quorum'))).toBe(true);
    expect(read('no-quorum')).toContain('Le quorum n’est pas atteint. 8 présents sur 15, quorum 10, élus 3 sur 3');
    expect(read('afternoon-presence')).toContain('Le quorum est atteint. 13 présents sur 15, quorum 10');
    for (const name of ['afternoon-presence', 'eve']) expect(/class="[^"]*broken/.test(body(name))).toBe(false);
  });
  test('a recusal is what the règlement makes of it', () => {
    expect(read('afternoon-presence')).toContain('déporté de toute la séance');
    expect(read('no-quorum')).toContain('Le règlement veut un déport de toute la séance');
    expect(read('recusal-by-team')).toContain('Lever : Album de vie');
    expect(read('recusal-by-department')).toContain('ne note pas les équipes de l’Oise (règlement)');
    expect(read('recusal-by-department')).toContain('De quelle autre se déporte-t-il ?');
    expect(read('recusal-by-department')).not.toMatch(/Lever : (Cantines|Projet)/);
  });
});

describe('a paper ballot', () => {
  test('has a field a criterion, in the scale, for the teams that have begun', () => {
    const html = body('afternoon-presence');
    const paper = html.slice(html.indexOf('id="paper"'), html.indexOf('id="remarks"'));
    expect(paper.match(/inputmode="numeric"/g)).toHaveLength(4);
    expect(paper).toContain('placeholder="1–5"');
    expect(paper.match(/<option value="e\d+"/g)).toHaveLength(8);
    expect(paper).toContain('Choisissez le siège et l’équipe');
    expect(plain(paper)).toContain('Ce poste n’affiche jamais une note reçue.');
  });
  test('is keyed while ballots come in, and in the deliberation', () => {
    expect(read('deliberation')).toContain('Bulletin papier');
    for (const name of ['eve', 'restitution', 'closed']) expect(read(name)).not.toContain('Bulletin papier');
  });
});

test('what the minutes will say is listed, with its hour and its team', () => {
  expect(read('afternoon-presence')).toContain('Incident 15 h 12, Cuisiner autrement Micro en panne pendant 40 secondes');
  expect(read('afternoon-presence')).toContain('Désaccord 15 h 31 Le siège 12 demande');
  expect(read('no-quorum')).toContain('Rien n’y est encore porté.');
});

describe('what laureates leave with', () => {
  test('is a function rather than a name, and a date by the day of the session', () => {
    expect(body('restitution')).toContain('placeholder="une fonction, pas un nom"');
    expect(read('restitution')).toMatch(/Occupation du domaine public 28 décembre 2019/);
    expect(read('restitution')).toContain('30 jours 60 jours 90 jours');
    expect(read('eve')).not.toContain('Engagements');
  });
  test('days are counted on the calendar, over the end of a month, a year and a winter', () => {
    for (const printed of ['2019-11-28', '2020-02-28', '2024-12-31', '2026-03-15'])
      for (const days of [30, 60, 90]) expect((Date.parse(dayAfter(printed, days)) - Date.parse(printed)) / 86_400_000).toBe(days);
    expect(dayAfter('2019-11-28', 30)).toBe('2019-12-28');
  });
});

describe('the draw', () => {
  test('is held from here as from the régie, before the first team', () => {
    expect(read('eve')).toContain('Ouvrir le tirage');
    expect(read('before-draw')).toContain('Il manque 2 nombres');
    for (const name of ['afternoon-presence', 'closed']) expect(read(name)).not.toContain('Tirage public');
  });
});

describe('the règlement', () => {
  test('has its version and its print', () => {
    expect(read('eve')).toContain('Règlement, version Forum 2019, essai Figé à l’ouverture du brief.');
    expect(read('closed')).toContain('Empreinte (SHA-256) 0419 e71f b828');
  });
  test('is read in words', () => {
    const text = read('restitution');
    expect(text).toContain('Le jury a 15 sièges et retient 8 projets.');
    expect(text).toContain('Le quorum est de 10 membres présents, dont 3 élus.');
    expect(text).toContain('Une égalité à la dernière place se règle par');
    expect(text).toContain('En cas de partage, la présidence a voix prépondérante.');
  });
  test('every clause of every règlement ends its sentence', () => {
    const rules = {
      ...grid.rules,
      quotas: [{ department: '60', least: 1, most: 3 }],
      ties: [{ by: 'criterion', criterion: grid.criteria[0]?.id }],
    };
    for (const tally of ['mean', 'additive', 'trimmed', 'majority', 'borda'] as const)
      for (const marking of ['marks', 'notes'] as const) {
        const clauses = clausesOf({ ...grid, rules: { ...rules, tally, marking } as never }, 1);
        for (const clause of clauses) expect(clause).toMatch(/^[A-ZÀÉ].*\.$/);
        expect(clauses.join(' ')).not.toContain('undefined');
        expect(clauses.join(' ')).toMatch(/Département.60.: au moins 1 et au plus 3 parmi les retenus\./);
      }
  });
});

test('what was supposed in the set-up can be read', () => {
  expect(read('eve')).toContain('Hypothèses, inventées pour l’essai');
  expect(read('eve-no-end')).not.toContain('supposé');
});

test('[J27] the copy is in the head while it is kept, and above all else once it is not', () => {
  expect(read('disk-full')).toContain('Copie de secours : à jour');
  expect(read('backup-full')).toContain('Copie de secours arrêtée La clé est pleine. Faites-y de la place');
  expect(read('afternoon-presence')).not.toContain('Copie de secours');
});
test('[J28] a disk that refuses is said with what to do', () =>
  expect(read('disk-full')).toContain('Le disque du serveur est plein. Rien n’est perdu :'));
