const quote = '"'.charCodeAt(0);
const newline = "\n".charCodeAt(0);

export type Rows = { bytes: Buffer; count: number };

/** Cuts CSV as PostgreSQL writes it into pieces of whole rows, of `size` bytes and little more. */
export async function* cutAtRows(
  chunks: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<Rows> {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let count = 0;
  let isQuoted = false;
  for await (const chunk of chunks) {
    let end = 0;
    for (let at = 0; at < chunk.length; at++) {
      if (chunk[at] === quote) isQuoted = !isQuoted;
      else if (chunk[at] === newline && !isQuoted) {
        count++;
        end = at + 1;
      }
    }
    if (end > 0 && pendingBytes + end >= size) {
      yield { bytes: Buffer.concat([...pending, chunk.subarray(0, end)]), count };
      pending = [];
      pendingBytes = 0;
      count = 0;
    } else end = 0;
    pending.push(chunk.subarray(end));
    pendingBytes += chunk.length - end;
  }
  if (pendingBytes > 0) yield { bytes: Buffer.concat(pending), count };
}

export const headingOf = (columns: readonly string[]): Buffer => Buffer.from(`${columns.join()}\n`);

/**
 * Reads CSV as PostgreSQL writes it, where nothing is null and `""` is an empty text.
 * @returns the values by column
 */
export function parseColumns(csv: string, columnCount: number): (string | null)[][] {
  const columns: (string | null)[][] = Array.from({ length: columnCount }, () => []);
  let at = 0;
  let column = 0;
  while (at < csv.length) {
    const end = csv[at] === '"' ? endOfQuoted(csv, at) : endOfPlain(csv, at);
    columns[column]?.push(valueOf(csv.slice(at, end)));
    column = csv[end] === "," ? column + 1 : 0;
    at = end + 1;
  }
  return columns;
}

function endOfPlain(csv: string, start: number): number {
  let at = start;
  while (at < csv.length && csv[at] !== "," && csv[at] !== "\n") at++;
  return at;
}

function endOfQuoted(csv: string, start: number): number {
  let at = csv.indexOf('"', start + 1);
  while (csv[at + 1] === '"') at = csv.indexOf('"', at + 2);
  return at + 1;
}

function valueOf(field: string): string | null {
  if (field === "") return null;
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}
