import type { Event } from '../../shared/events.ts';
import type { CommandType } from '../../shared/phases.ts';

/** What the MC does next and can take back, step by step, in words. */

export const many = (count: number, one: string, several: string): string => `${count} ${count > 1 ? several : one}`;
export const about = (what: string, whom: string | null): string => (whom === null ? what : `${what} : ${whom}`);

const NUMBERS = 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
/** Numbers people say in full: `huit`. */
export const inWords = (count: number): string => NUMBERS[count] ?? String(count);

/** The commands the main button can name: those of shared/cue.ts. */
export type CueCommand = Extract<
  CommandType,
  | 'OpenBrief'
  | 'OpenIntroduction'
  | 'OpenPassages'
  | 'OpenDeliberation'
  | 'OpenRestitution'
  | 'CallTeam'
  | 'StartPitch'
  | 'StartQuestions'
  | 'EndQuestions'
  | 'LockBallots'
  | 'RevealLaureate'
  | 'ShowLaureates'
  | 'ThankTeams'
  | 'CloseSession'
>;

/** The events of an MC that can be taken back. */
export type Undoable = Extract<
  Event['type'],
  | 'BriefOpened'
  | 'IntroductionOpened'
  | 'PassagesOpened'
  | 'DeliberationOpened'
  | 'RestitutionOpened'
  | 'SessionClosed'
  | 'DrawOpened'
  | 'NumberSaid'
  | 'OrderDrawn'
  | 'DrawClosed'
  | 'TeamPostponed'
  | 'TeamWithdrawn'
  | 'TeamsReordered'
  | 'TeamCalled'
  | 'PitchStarted'
  | 'QuestionsStarted'
  | 'QuestionsEnded'
  | 'BallotsLocked'
  | 'ClockPaused'
  | 'ClockResumed'
  | 'ClockAdjusted'
  | 'ClockRestarted'
  | 'MessageSet'
  | 'BlackoutSet'
  | 'ReturnAnnounced'
  | 'LaureatesShown'
  | 'TeamsThanked'
>;

export interface Done {
  readonly team: string | null;
  readonly message: string | null;
  readonly blackout: boolean;
}

/** What the main button names: the next act. */
export const nextSteps = {
  OpenBrief: () => 'Ouvrir le brief du jury',
  OpenIntroduction: () => 'Ouvrir l’introduction',
  OpenPassages: () => 'Ouvrir les passages',
  CallTeam: ({ team }) => `Appeler : ${team}`,
  StartPitch: () => 'Lancer le pitch',
  StartQuestions: () => 'Passer aux questions',
  EndQuestions: () => 'Clore les questions',
  LockBallots: () => 'Clore les notes',
  OpenDeliberation: () => 'Ouvrir la délibération',
  OpenRestitution: () => 'Ouvrir la restitution',
  RevealLaureate: () => 'Maintenir pour révéler',
  ShowLaureates: ({ laureates }) => (laureates > 1 ? `Les ${inWords(laureates)} ensemble` : 'Montrer le projet retenu'),
  ThankTeams: ({ teams }) => (teams > 1 ? `Remercier les ${inWords(teams)}` : 'Remercier l’équipe'),
  CloseSession: () => 'Clore la séance',
} satisfies Record<CueCommand, (facts: { team: string; laureates: number; teams: number }) => string>;

/** What the foot says was just done, beside its undo. */
export const doneSteps = {
  BriefOpened: () => 'Brief du jury ouvert',
  IntroductionOpened: () => 'Introduction ouverte',
  PassagesOpened: () => 'Passages ouverts',
  DeliberationOpened: () => 'Délibération ouverte',
  RestitutionOpened: () => 'Restitution ouverte',
  SessionClosed: () => 'Séance close',
  DrawOpened: () => 'Tirage ouvert',
  NumberSaid: () => 'Nombre du tirage saisi',
  OrderDrawn: () => 'Ordre de passage tiré',
  DrawClosed: () => 'Tirage refermé',
  TeamPostponed: ({ team }) => about('Reportée en fin de liste', team),
  TeamWithdrawn: ({ team }) => about('Équipe absente', team),
  TeamsReordered: () => 'Ordre de passage changé',
  TeamCalled: ({ team }) => about('Équipe appelée', team),
  PitchStarted: ({ team }) => about('Pitch lancé', team),
  QuestionsStarted: ({ team }) => about('Questions lancées', team),
  QuestionsEnded: () => 'Questions closes',
  BallotsLocked: () => 'Notes closes',
  ClockPaused: () => 'Chrono en pause',
  ClockResumed: () => 'Chrono repris',
  ClockAdjusted: () => 'Temps modifié',
  ClockRestarted: () => 'Chrono repris à zéro',
  MessageSet: ({ message }) => (message === null ? 'Message à la scène effacé' : `« ${message} » affiché sur scène`),
  BlackoutSet: ({ blackout }) => (blackout ? 'Écrans de la salle éteints' : 'Écrans de la salle rallumés'),
  ReturnAnnounced: () => 'Retour du jury annoncé',
  LaureatesShown: () => 'Projets retenus montrés ensemble',
  TeamsThanked: () => 'Équipes remerciées',
} satisfies Record<Undoable, (done: Done) => string>;
