import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { at, forum, live, room, stops, team } from '../../gallery/literal.ts';
import { actAt, standingOf } from './standing.ts';
import Table, { states } from './states.ts';

/** What a person reads: the text without its tags, spaces made plain. */
function read(name: string): string {
  const props = states[name];
  if (!props) throw new Error(name);
  return plain(render(Table, { props }).body);
}
const plain = (body: string) =>
  body
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');
const body = (name: string) => render(Table, { props: states[name] as never }).body;

describe('the sheet', () => {
  test('has three named acts, a count each, and says when it was saved', () => {
    expect(read('sheet')).toMatch(/1\. Le drame .* 2\. La solution .* 3\. La mise en œuvre/);
    expect(read('sheet')).toContain('208 sur 280');
    expect(read('sheet')).toContain('Enregistré à 10 h 12');
  });
  test('is not said to be saved while a part is only on this device', () => {
    expect(read('sheet-kept')).toContain('Gardé ici, envoi automatique');
    expect(read('sheet-kept')).not.toContain('Enregistré');
    expect(read('sheet-kept')).toContain('110 sur 280');
  });
  test('says in words how much is too long, and keeps the whole text', () => {
    expect(read('sheet-over')).toContain('47 de trop');
    expect(read('sheet-over')).toContain('327 sur 280');
    expect(read('sheet-over')).toContain('au département entier.');
    expect(body('sheet-over')).toContain('aria-invalid="true"');
  });
  test('can be rehearsed', () => expect(read('sheet-empty')).toContain('Répéter (3 min)'));
});

describe('before the turn', () => {
  test('says when, after how many, and after whom', () => {
    expect(read('waiting')).toContain('Vous passez vers 15 h 24');
    expect(read('waiting')).toContain('Encore 5 équipes avant vous');
    expect(read('waiting')).toContain(
      'Occupation du domaine public , puis Accueil de la petite enfance, puis Projet 14, puis 2 autres équipes',
    );
    expect(body('waiting')).toContain('aria-label="Passage 2 en scène. Vous passez en 7e, sur 15."');
  });
  test('the next team gets ready', () => {
    expect(read('next')).toContain('Tenez-vous prêts');
    expect(read('next')).toContain('Projet 9 est en scène, puis c’est à vous, vers 15 h 24');
  });
  test('says that the line is lost', () => {
    expect(read('lost')).toContain('Connexion perdue');
    expect(read('lost')).toContain('15 h 24');
  });
});

describe('our turn', () => {
  test('is called by its name', () => expect(read('called')).toContain('C’est à vous'));
  test('counts in three acts', () => {
    expect(read('pitch')).toContain('1:47');
    expect(read('pitch')).toContain('La solution, maintenant');
  });
  test('the last minute, the time up and a pause are words', () => {
    expect(read('pitch-last-minute')).toContain('Dernière minute');
    expect(read('pitch-overtime')).toContain('Temps écoulé');
    expect(read('pitch-overtime')).toContain('+0:12');
    expect(read('paused')).toContain('Pause : micro');
  });
  test('the digits are silent, one sentence speaks', () => {
    expect(body('pitch')).toMatch(/role="timer"[^>]*>1:47/);
    expect(body('pitch-last-minute')).toMatch(/role="status"[^>]*>Il reste 1.min</);
  });
  test('during the questions: the time, and nobody’s name', () => {
    expect(read('questions')).toContain('Questions du jury');
    expect(read('questions')).toContain('3:24');
    expect(read('questions')).not.toContain('maintenant');
  });
});

describe('after', () => {
  test('a team that has passed is thanked, and told what follows', () => {
    expect(read('passed')).toContain('Merci');
    expect(read('passed')).toContain('À suivre : Projet 15');
  });
  test('a withdrawn team reads a sentence, no number and no blame', () => {
    expect(read('withdrawn')).toContain('Votre équipe ne passe pas aujourd’hui');
    expect(read('withdrawn')).not.toMatch(/absent|retir/i);
  });
  test('the jury deliberates: an estimate, and where it will be said', () => {
    expect(read('deliberation')).toContain('Le jury délibère Retour estimé vers 17 h 40 L’annonce se fait dans la salle');
  });
  test('the restitution is the room’s own picture: no laureate beyond the scene', () => {
    expect(read('reveal')).toContain('Accueil de la petite enfance');
    expect(read('reveal')).not.toMatch(/Sanitaires|Album de vie|Projet 12/);
    expect(read('laureates')).toContain('Album de vie');
  });
});

describe('where a team stands', () => {
  const table = { team: team('e05'), sheet: { drama: '', solution: '', implementation: '' }, savedAt: null, writable: false, limit: 280 };
  test('another team on stage after ours: we watch', () => {
    const scene = { show: 'called', team: team('e15'), place: 8 } as const;
    expect(standingOf({ live: live(scene, 8), table })).toBe('room');
    expect(standingOf({ live: live(scene, 3), table })).toBe('waiting');
  });
  test('the draw is seen with the room, never ahead of the wall; a sheet still open stays at hand', () => {
    const drawing = live({ show: 'draw', numbers: [], drawn: null }, 7, { phase: 'introduction', order: stops(7, 'to-come') });
    expect(standingOf({ live: drawing, table })).toBe('room');
    expect(standingOf({ live: drawing, table: { ...table, writable: true } })).toBe('sheet');
  });
  test('nobody is to get ready before the passages open', () => {
    const scene = { show: 'waiting', next: 'passages' } as const;
    expect(standingOf({ live: live(scene, 7, { phase: 'introduction', order: stops(7, 'to-come') }), table })).toBe('waiting');
  });
  test('an act ends with a third of the time, whatever was added', () => {
    expect([180, 121, 120, 61, 60, 1].map((shown) => actAt(180_000, shown))).toEqual([0, 0, 1, 1, 2, 2]);
    expect(actAt(210_000, 140)).toBe(1);
  });
});

test('the announced return has passed: nobody is told an hour gone by', () => {
  const props = {
    views: {
      forum,
      live: live({ show: 'deliberation', returnAt: at('17:40') }, 16, { phase: 'deliberation' }),
      table: states.sheet?.views.table,
    },
    room: room(at('17:41')),
  };
  const text = plain(
    render(Table, { props: { ...props, views: { ...props.views, table: { ...props.views.table, writable: false } } } as never }).body,
  );
  expect(text).toContain('Retour d’un instant à l’autre');
  expect(text).not.toContain('17 h 40');
});
