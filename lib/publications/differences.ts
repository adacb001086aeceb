export type Difference = { kind: "same" | "added" | "removed"; line: string };

/** More lines than this are compared as a whole: the table below grows with their square. */
const maxComparedLines = 1_000;

/** Two texts line by line, by their longest common subsequence. */
export function differencesOf(before: string, after: string): Difference[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let end = 0;
  while (
    end < Math.min(old.length, now.length) - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++;
  return [
    ...asKind("same", old.slice(0, start)),
    ...compare(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...asKind("same", old.slice(old.length - end)),
  ];
}

const asKind = (kind: Difference["kind"], lines: readonly string[]): Difference[] =>
  lines.map((line) => ({ kind, line }));

function compare(old: readonly string[], now: readonly string[]): Difference[] {
  if (Math.max(old.length, now.length) > maxComparedLines)
    return [...asKind("removed", old), ...asKind("added", now)];
  const common = commonLengths(old, now);
  const result: Difference[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    const line = old[i] ?? "";
    if (line === now[j]) {
      result.push({ kind: "same", line });
      i++;
      j++;
    } else if (at(common, i + 1, j) >= at(common, i, j + 1)) {
      result.push({ kind: "removed", line });
      i++;
    } else {
      result.push({ kind: "added", line: now[j] ?? "" });
      j++;
    }
  }
  return [...result, ...asKind("removed", old.slice(i)), ...asKind("added", now.slice(j))];
}

/** How many lines the two have in common from each pair of lines on. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = rows[i];
      if (!row) continue;
      row[j] =
        old[i] === now[j]
          ? at(rows, i + 1, j + 1) + 1
          : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
    }
  return rows;
}

const at = (rows: readonly Uint16Array[], i: number, j: number): number => rows[i]?.[j] ?? 0;
