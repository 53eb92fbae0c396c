import type { LocalRefusal } from '../room.ts';
import type { Refusal } from '../shared.ts';

/** What happened, and what to do next, for every reason a command can fail. A code without words is a type error. */
export const refusals: Record<Refusal | LocalRefusal, string> = {
  offline: 'Sans réseau : rien n’a été envoyé. Réessayez dès que la connexion revient.',
  'no-answer': 'Pas de réponse du serveur. Regardez si l’écran a changé avant de réessayer.',

  malformed: 'Demande illisible : rien n’a changé. Rechargez la page, puis réessayez.',
  'unknown-command': 'Cette page est plus ancienne que le serveur. Rechargez-la, puis réessayez.',
  'too-large': 'Texte trop long : rien n’a changé. Raccourcissez-le, puis réessayez.',
  'not-yours': 'Votre lien ne permet pas cette action. Demandez-la à la régie ou à la présidence.',
  'wrong-phase': 'Ce n’est pas, ou plus, le moment. Regardez où en est la séance.',
  'stale-step': 'La séance avait déjà avancé : rien n’a changé. Vérifiez l’écran, puis réessayez.',
  'id-reused': 'Cette demande se confond avec une autre. Rechargez la page, puis réessayez.',
  'storage-failed': 'Le serveur n’a pas pu enregistrer. Réessayez, et prévenez la régie si cela dure.',

  'unknown-team': 'Cette équipe n’est pas au programme. Rechargez la page, puis choisissez-en une autre.',
  'not-next': 'Ce n’est pas l’équipe attendue. Vérifiez l’ordre, puis réessayez.',
  'teams-waiting': 'Des équipes doivent encore passer. Appelez-les, reportez-les ou retirez-les d’abord.',
  'wrong-stage': 'L’équipe en scène n’en est pas là. Vérifiez l’écran, puis réessayez.',
  'clock-running': 'Le temps court déjà. Il n’y a rien à faire.',
  'clock-paused': 'Le temps est en pause. Reprenez-le d’abord.',
  'no-clock': 'Aucun temps ne court. Lancez d’abord le pitch ou les questions.',
  'already-postponed': 'Cette équipe a déjà été reportée, et cela ne se fait qu’une fois. Appelez-la ou retirez-la.',
  'already-withdrawn': 'Cette équipe est déjà retirée. Il n’y a rien à faire.',
  'already-passed': 'Cette équipe est déjà passée. Choisissez-en une autre.',
  'not-a-reordering': 'L’ordre proposé ne reprend pas exactement les mêmes équipes. Recommencez à partir de l’ordre affiché.',

  'ballots-locked':
    'Arrivé après la clôture des notes : gardé ici, hors délai, et non compté. Dites-le à la présidence si cela change votre avis.',
  'ballots-open': 'Les notes ne sont pas closes. Attendez leur clôture.',
  'not-on-stage-yet': 'Le pitch de cette équipe n’a pas commencé. Notez-la quand il commence.',
  'team-withdrawn': 'Cette équipe a été retirée. Elle n’est plus notée ni retenue.',
  'unknown-criterion': 'Ce critère n’est plus dans la grille. Rechargez la page, puis notez de nouveau.',
  'mark-off-scale': 'Cette note est hors de l’échelle. Rechargez la page, puis notez de nouveau.',

  'return-in-the-past': 'Cette heure est déjà passée. Choisissez-en une à venir.',
  'nothing-to-undo': 'Il n’y a rien à annuler.',
  'undo-too-late': 'Trop tard pour annuler. Corrigez par une nouvelle action.',

  'list-closed': 'La liste est déjà arrêtée : elle ne change plus.',
  'list-open': 'La liste n’est pas arrêtée. Attendez que la présidence l’arrête.',
  'list-wrong-length': 'La liste n’a pas le bon nombre de projets. Complétez-la ou retirez-en.',
  'all-revealed': 'Tous les noms sont déjà annoncés. Montrez-les ensemble.',
  'not-all-revealed': 'Il reste des noms à annoncer. Annoncez-les d’abord.',
  'already-shown': 'C’est déjà à l’écran. Il n’y a rien à faire.',

  'unknown-audience': 'Ce lien ne correspond à personne. Choisissez quelqu’un de la liste.',
};
