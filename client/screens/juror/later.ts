const rest = () => import('./rest.ts');

/** What a phone needs only later is fetched once the page stands, so that it stands fast. */
export const later = {
  words: () => rest().then(({ Words }) => Words),
  noMarks: () => rest().then(({ NoMarks }) => NoMarks),
  recusal: () => rest().then(({ Recusal }) => Recusal),
  review: () => rest().then(({ Review }) => Review),
  receipts: () => rest().then(({ Receipts }) => Receipts),
  curtain: () => rest().then(({ Curtain }) => Curtain),
  deliberation: () => rest().then(({ Deliberation }) => Deliberation),
};

/** While there is a line to fetch it by; what could not be fetched is tried again when it is opened. */
export function fetchRest(): void {
  rest().catch(() => undefined);
}
