/** The parts of a juror's phone that are opened by hand, seldom, or late in the afternoon: one file, fetched by `later.ts`. */
export { default as Curtain } from './Curtain.svelte';
export { default as Deliberation } from './Deliberation.svelte';
export { default as NoMarks } from './NoMarks.svelte';
export { default as Receipts } from './Receipts.svelte';
export { default as Recusal } from './Recusal.svelte';
export { default as Review } from './Review.svelte';
export { default as Words } from './Words.svelte';
