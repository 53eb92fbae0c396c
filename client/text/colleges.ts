const COLLEGES: Readonly<Record<string, string>> = { elu: 'élus', agent: 'agents', dgs: 'DGS' };

/** A college as a sentence names its members; a set-up's own word stands for itself. */
export const college = (word: string): string => COLLEGES[word] ?? word;
