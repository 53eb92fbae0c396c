import Database from 'better-sqlite3';

/** The text of one value as SQL has it. */
function literal(value: unknown): string {
  if (value === null || typeof value === 'number') return String(value);
  return Buffer.isBuffer(value) ? `X'${value.toString('hex')}'` : `'${String(value).replaceAll("'", "''")}'`;
}

/** A journal's file as SQL, its tables as the version that wrote it made them: a text that a change can be read in. For tests. */
export function dumpOf(file: string): string {
  const db = new Database(file, { readonly: true });
  const tables = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as {
    name: string;
    sql: string;
  }[];
  const lines = tables.flatMap(({ name, sql }) => [
    `${sql};`,
    ...db
      .prepare(`SELECT * FROM ${name}`)
      .raw()
      .all()
      .map((row) => `INSERT INTO ${name} VALUES (${(row as unknown[]).map(literal).join(', ')});`),
  ]);
  db.close();
  return `${lines.join('\n')}\n`;
}

/** The file that a dump was made of. */
export function restore(file: string, dump: string): void {
  const db = new Database(file);
  db.exec(dump);
  db.close();
}
