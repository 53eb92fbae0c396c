import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { forum } from '../../gallery/literal.ts';
import { doneSteps } from '../../text/mc-steps.ts';
import Mc, { states } from './states.ts';

const body = (name: string): string => {
  const props = states[name];
  if (!props) throw new Error(name);
  return render(Mc, { props }).body;
};
/** What a person reads: the text without its tags, spaces made plain; without what is drawn for the eye only. */
const plain = (html: string) =>
  html
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');
/** The desk without its miniatures: they are the projector's and the stage's own, tested there. */
const read = (name: string) => plain(body(name).replaceAll(/<div class="frame[^>]*>.*?<\/div><\/figure>/gs, ''));

describe('the main button names what comes next', () => {
  test.each([
    ['set-up', 'Ouvrir le brief du jury 14 h 00 au programme'],
    ['brief', 'Ouvrir l’introduction'],
    ['introduction', 'Ouvrir les passages'],
    ['first-call', 'Appeler : Projet 10 Passage 1 sur 15'],
    ['called', 'Lancer le pitch Sanitaires des collèges, 3 min'],
    ['pitch', 'Passer aux questions Sanitaires des collèges, 5 min'],
    ['questions', 'Clore les questions'],
    ['between-missing', 'Appeler : Première réponse à l’usager Passage 11 sur 15'],
    ['lock-team', 'Clore les notes Sanitaires des collèges, 2 bulletins manquent'],
    ['all-passed', 'Clore les notes Toutes les équipes, 3 bulletins manquent'],
    ['locked', 'Ouvrir la délibération'],
    ['deliberation-closed-list', 'Ouvrir la restitution'],
    ['restitution-all', 'Les huit ensemble'],
    ['laureates', 'Remercier les quinze'],
    ['thanks', 'Clore la séance'],
  ])('%s', (name, label) => expect(read(name)).toContain(label));

  test('with the key that presses it', () => expect(read('pitch')).toContain('5 min Espace'));
  test('or why it waits', () => {
    expect(body('deliberation-open')).toMatch(/aria-disabled="true"[^>]*>(<!--.*?-->)*La présidence n’a pas encore arrêté la liste/);
    expect(read('closed')).toContain('Les résultats sont au poste de l’organisation.');
  });
  test('and nothing is steered without a line', () => {
    expect(read('lost')).toContain('Connexion perdue Passer aux questions');
    expect(read('lost')).toContain('Rien ne part d’ici. Le temps continue sur tous les écrans.');
    expect(body('lost')).not.toMatch(/<button[^>]*aria-disabled="false"/);
  });
});

describe('the clock', () => {
  test('is a silent timer with its time in words', () => expect(body('pitch')).toMatch(/role="timer" aria-label="Reste 1:24"/));
  test('counts up with a sign and words once time is up', () => {
    expect(read('pitch-overtime')).toContain('Temps écoulé');
    expect(read('pitch-overtime')).toContain('+0:12');
  });
  test('says why and since when it is paused, and offers to resume', () => {
    expect(read('pitch-paused')).toContain('Pause : Micro, depuis 14 s');
    expect(read('pitch-paused')).toContain('Reprendre P');
    expect(read('pitch-paused')).toContain('Reprendre à zéro');
  });
  test('after a minute the pitch is offered whole again', () => expect(read('pitch-paused-long')).toContain('Reprendre le pitch à zéro'));
  test('after a restart of the server says so', () => expect(read('restarted')).toContain('Serveur redémarré, chrono en pause'));
  test('[X4] after a sleep of the machine says so', () => {
    expect(read('slept')).toContain('Le poste s’était mis en veille, chrono en pause');
    expect(read('slept')).toContain('Reprendre P');
  });
  test('says when the rest goes by itself', () => {
    expect(read('questions')).toContain('À zéro, la suite part toute seule.');
    expect(read('lock-team')).toContain('Les notes se closent seules 1 min après les questions.');
    expect(read('pitch')).not.toContain('toute seule');
  });
});

describe('the running order', () => {
  test('says at once that the programme cannot hold, and by how much', () => {
    expect(read('set-up')).toContain('Le programme déborde de 37 min : fin vers 16 h 37');
    expect(read('brief')).toContain('Le programme déborde de 37 min');
  });
  test('says how late it is and when it ends', () => {
    expect(read('pitch')).toContain('Retard : 44 min, fin vers 16 h 44');
    expect(read('pitch')).toContain('dont 37 min dues au programme imprimé');
    expect(body('pitch')).toMatch(/aria-label="8.minutes de retard"/);
  });
  test('at another hour than the printed one there is no delay', () => {
    expect(read('rehearsal')).toContain('Hors de l’horaire imprimé, fin vers 22 h 55');
    expect(read('rehearsal')).not.toContain('Retard');
    expect(body('rehearsal')).not.toContain('de retard');
  });
  test('keeps a struck team, struck through and with the reason, and marks one that was moved', () => {
    expect(body('upset')).toMatch(/<s>Projet.11<\/s>/);
    expect(read('upset')).toContain('absente : Équipe non venue');
    expect(read('upset')).toMatch(/15 16 h \d\d 62 Première réponse à l’usager reportée/);
  });
  test('may be changed before the passages only', () => {
    for (const name of ['set-up', 'brief', 'introduction']) expect(read(name)).toContain('Changer l’ordre');
    for (const name of ['first-call', 'pitch', 'deliberation-open']) expect(read(name)).not.toContain('Changer l’ordre');
  });
});

describe('ballots', () => {
  test('who is missing is said by seat and name, and whether it is offline', () => {
    expect(read('pitch')).toContain('Bulletins du passage 9 : 13 sur 15');
    expect(read('pitch')).toContain('siège 7 Élue ou élu du Pas-de-Calais 2 notes sur 4');
    expect(read('pitch')).toContain('siège 11 Agente ou agent de la Somme 2 notes sur 4 hors réseau depuis 40 s');
  });
  test('a whole jury that is still writing is only counted', () => {
    expect(read('pitch')).toContain('Bulletins du passage 10 : 2 sur 15');
    expect(read('pitch')).not.toContain('siège 1 ');
  });
  test('before the lock of all, each seat with its passages', () => {
    expect(read('all-passed')).toContain('3 bulletins manquent, de 2 sièges');
    expect(read('all-passed')).toContain('siège 11 Agente ou agent de la Somme passages 9 et 15 hors réseau depuis 40 s');
  });
  test('where many miss much, “rien reçu” is said once, and who is off the line comes first', () => {
    const text = read('all-passed-much');
    expect(text.match(/Rien reçu/g)).toHaveLength(1);
    expect(text).toMatch(/Rien reçu siège 11 [^0-9]* hors réseau depuis 40 s siège 2 .* siège 5 .* siège 9 /);
    expect(text).toMatch(/Incomplets siège 3 DGS du Nord passages 4 et 9 siège 7 [^0-9]*12 passages siège 14 /);
  });
  test('in the brief, trial ballots are counted', () => expect(read('brief')).toContain('Bulletins d’essai reçus : 9 sur 15'));
});

describe('the draw', () => {
  test('each number can be said and corrected; the button is the reason why the order waits', () => {
    expect(body('draw-open').match(/inputmode="numeric"/g)).toHaveLength(5);
    expect(body('draw-open')).toMatch(/aria-label="Nombre dit pour Oise" value="31"/);
    expect(read('draw-open')).toContain('Il manque 2 nombres');
    expect(read('draw-ready')).toContain('Tirer l’ordre');
  });
  test('no phase opens while it is open, and the main button says what to do', () => {
    expect(body('draw-open')).toMatch(/aria-disabled="true"[^>]*>(<!--.*?-->)*Le tirage est ouvert/);
    expect(read('draw-open')).toContain('Tirez l’ordre, ou refermez le tirage.');
    expect(read('draw-drawn')).toContain('Ouvrir le brief du jury');
  });
  test('once drawn the order is put away, and no longer changed by hand', () => {
    expect(read('draw-drawn')).toContain('Ordre tiré : 7-31-12-5-88');
    expect(read('draw-drawn')).toContain('Ranger le tirage');
    for (const name of ['draw-open', 'draw-drawn', 'draw-put-away']) expect(read(name)).not.toContain('Changer l’ordre');
    expect(read('draw-put-away')).toContain('L’ordre a été tiré au sort.');
  });
  test('it is offered before the first team only', () => {
    for (const name of ['set-up', 'brief', 'introduction']) expect(read(name)).toContain('Ouvrir le tirage');
    for (const name of ['draw-put-away', 'first-call', 'pitch']) expect(read(name)).not.toContain('Ouvrir le tirage');
  });
});

describe('the jury, as far as this desk may know', () => {
  test('raised hands are counted, not named', () => {
    expect(read('hands')).toContain('2 mains levées Vider la file');
    expect(read('pitch')).not.toContain('levée');
  });
  test('the frozen règlement has its print, in groups that can be copied', () => {
    expect(read('brief')).toContain('Empreinte, que le jury peut noter : 0419 e71f b828');
    expect(read('set-up')).not.toContain('Empreinte');
  });
  test('a list opened again makes the main button wait again', () =>
    expect(read('deliberation-reopened')).toContain('La présidence n’a pas encore arrêté la liste'));
});

describe('what others see', () => {
  test('who is connected, and who was', () => {
    expect(read('pitch')).toMatch(/Jurés 14 sur 15 Tables 14 sur 15/);
    expect(read('pitch')).toContain('Table 12 muette depuis 40 s');
    expect(read('upset')).toContain('Projecteur silence depuis 12 s');
    expect(read('pitch')).toContain('Page publique 63');
  });
  test('miniatures are for the eye only', () =>
    expect(body('pitch').match(/class="frame[^"]*" aria-hidden="true" inert/g)).toHaveLength(2));
  test('the word on stage, and how to take it off', () => {
    expect(read('pitch')).toContain('Sur scène : « Plus près du micro »');
    expect(read('pitch')).toContain('Effacer');
  });
  test('black screens are said', () => {
    expect(read('restitution-black')).toContain('Les écrans de la salle sont noirs');
    expect(read('restitution-black')).toContain('Rallumer les écrans');
    expect(read('pitch')).not.toContain('noirs');
  });
});

describe('undo', () => {
  test('names what was done and the seconds left', () => {
    expect(read('undo')).toContain('« Plus près du micro » affiché sur scène');
    expect(read('undo')).toContain('Annuler (7 s) Z');
  });
  test('else the keys are listed', () => {
    expect(read('pitch')).not.toContain('Annuler (');
    expect(read('pitch')).toContain('Espace la suite');
  });
  test('every step has its words', () => {
    for (const say of Object.values(doneSteps)) expect(say({ team: 'Album de vie', message: null, blackout: false })).not.toBe('');
  });
});

describe('deliberation', () => {
  test('nothing of it is here but the announced return', () => {
    const text = read('deliberation-open');
    expect(text).toContain('Le jury délibère');
    expect(text).toContain('17 h 30');
    expect(text).toContain('dans 38 min');
    expect(text).not.toMatch(/moyenne|rang|note/i);
  });
  test('an hour that has gone by is said', () => expect(read('deliberation-overdue')).toContain('Heure annoncée dépassée de 4 min'));
});

describe('restitution', () => {
  const shortName = (id: string) => forum.teams.find((team) => team.id === id)?.shortName ?? '';

  test('one name ahead, the others sealed', () => {
    const text = read('restitution-mid');
    expect(text).toContain('Projets retenus : 3 sur 8');
    expect(text).toContain('Quatrième nom, encore inconnu de la salle');
    expect(text).toContain('Maintenir pour révéler 1,5 s Entrée');
    expect(text.match(/sous pli/g)).toHaveLength(4);
    for (const id of ['e07', 'e03', 'e01', 'e02']) expect(text).not.toContain(shortName(id));
  });
  test('the last name said has its hour', () => expect(read('restitution-mid')).toContain('Cuisiner autrement 17 h 47'));
  test('a reveal says it cannot be undone', () => expect(read('restitution-first')).toContain('Une révélation ne s’annule pas.'));
  test('without a line it cannot be held', () => {
    expect(body('restitution-lost')).toMatch(/aria-disabled="true" aria-describedby="how"/);
    expect(read('restitution-lost')).not.toContain('Maintenir pour révéler');
  });
});

describe('what is written is safe, or it is said', () => {
  test('[J27] the age of the copy is a quiet line, and there is none where no copy was asked for', () => {
    expect(read('backup-fresh')).toContain('Copie de secours à l’instant');
    expect(read('pitch')).not.toContain('Copie de secours');
  });
  test('[J27] a key that is gone is said with what to do and how old the last copy is', () =>
    expect(read('backup-missing')).toContain(
      'Copie de secours arrêtée La clé n’est plus là. Remettez-la : la copie reprend seule. Dernière il y a 4 min.',
    ));
  test('[J28] a disk that refuses is said with what holds and what to do', () => {
    expect(read('disk-full')).toContain('Le disque du serveur est plein. Rien n’est perdu :');
    expect(read('disk-full')).toContain('les notes attendent sur les téléphones');
    expect(read('disk-full')).toContain('Libérez de la place sur l’ordinateur du serveur');
    expect(read('disk-failed')).toContain('repartez de la copie de secours');
    expect(read('pitch')).not.toContain('Le disque');
  });
});
