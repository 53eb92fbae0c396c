/** A fault the person at the keyboard can mend: said in one sentence, exit code 2. */
export class Fault extends Error {}
