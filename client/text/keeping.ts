import type { BackupFault, DiskFault } from '../../shared/protocol.ts';
import { lasting } from './mc.ts';

/** Words on how safe what is written is: what happened, what holds, what to do. */
export const keeping = {
  disk: {
    full: 'Le disque du serveur est plein.',
    'read-only': 'Le disque du serveur refuse d’écrire.',
    locked: 'Un autre programme tient le fichier de la séance.',
    failed: 'Le disque du serveur ne répond plus.',
  } satisfies Record<DiskFault, string>,
  safe: 'Rien n’est perdu : ce qui est enregistré le reste, les notes attendent sur les téléphones, les chronos tournent.',
  todo: {
    full: 'Libérez de la place sur l’ordinateur du serveur, sans toucher au dossier des séances : tout reprend seul.',
    'read-only': 'Rendez ce disque accessible en écriture : tout reprend seul.',
    locked: 'Fermez ce programme (copie, antivirus, lecteur de base) : tout reprend seul.',
    failed:
      'Vérifiez le disque et ses câbles : tout reprend seul. S’il ne revient pas, arrêtez Estrade et repartez de la copie de secours.',
  } satisfies Record<DiskFault, string>,

  backup: 'Copie de secours',
  backupOff: 'Copie de secours arrêtée',
  upToDate: 'à jour',
  coming: 'en cours',
  moments: 'à l’instant',
  ago: (milliseconds: number) => `il y a ${lasting(milliseconds)}`,
  last: (milliseconds: number | null) => (milliseconds === null ? 'Aucune encore.' : `Dernière il y a ${lasting(milliseconds)}.`),
  backupTodo: {
    missing: 'La clé n’est plus là. Remettez-la : la copie reprend seule.',
    full: 'La clé est pleine. Faites-y de la place, ou mettez-en une autre à sa place.',
    'read-only': 'La clé refuse d’écrire. Ôtez sa protection, ou mettez-en une autre à sa place.',
    slow: 'La clé ne répond pas. Débranchez-la et rebranchez-la.',
    failed: 'La clé ne se laisse pas écrire. Mettez-en une autre à sa place.',
  } satisfies Record<BackupFault, string>,
};
