/** Words of what each laureate leaves the room with. A day is printed as `2019-12-28`, whatever the time zone. */

const day = (options: Intl.DateTimeFormatOptions) => (printed: string) =>
  new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', ...options }).format(new Date(printed)).replace(/ /g, '\u00a0');

/** `28 déc.` */
export const shortDay = day({ day: 'numeric', month: 'short' });
/** `28 décembre 2019` */
export const longDay = day({ day: 'numeric', month: 'long', year: 'numeric' });

export const commitments = {
  firstDate: 'Premier rendez-vous',
  firstDateShort: 'Rendez-vous',
  inWords: {
    firstDate: (printed: string) => `Premier rendez-vous : ${longDay(printed)}`,
    sponsor: (sponsor: string) => `Soutien : ${sponsor}`,
    time: (time: string) => `Temps libéré : ${time}`,
    coach: (coach: string) => `Accompagnement : ${coach}`,
  },

  title: 'Engagements',
  hint: 'Ce que chaque projet retenu emporte. Affiché dans la salle et sur les téléphones.',
  later: 'Un projet apparaît ici dès que son nom est dit.',
  fields: {
    sponsor: ['Soutien', 'une fonction, pas un nom'],
    time: ['Temps libéré', 'par exemple : un jour par semaine'],
    coach: ['Accompagnement', 'une fonction, une structure'],
  },
  date: 'Premier rendez-vous',
  inDays: (days: number) => `${days} jours`,
  keep: 'Enregistrer',
  kept: 'Enregistré.',
  nothing: 'rien de convenu',
};
