/** Readers look for the end of a PDF this far from the end of the file. */
const tailBytes = 1_024;

/** More than the comment that can stand behind the directory of a ZIP. */
const zipTailBytes = 66_000;

/**
 * True for a file that begins and ends as a PDF and is nothing else besides: no web page before the
 * first object, no ZIP or JAR behind the last, no bytes before or after.
 */
export function isPdf(file: Buffer): boolean {
  const head = file.subarray(0, tailBytes).toString("latin1");
  const tail = file.subarray(-tailBytes).toString("latin1");
  if (!/^%PDF-(1\.[0-7]|2\.0)[\r\n \t%]/.test(head) || hasMarkup(head)) return false;
  if (file.subarray(-zipTailBytes).includes("PK\x05\x06", 0, "latin1")) return false;
  const [, offset] = /startxref\s+(\d{1,10})\s+%%EOF[\s\0]*$/.exec(tail) ?? [];
  return offset !== undefined && isCrossReference(file, Number(offset));
}

/** What browsers take for a web page when they guess. */
const hasMarkup = (text: string): boolean =>
  /<(!doctype\s+html|html|head|body|script|iframe|svg|img)\b/i.test(text);

/** A table begins with `xref`, a stream with the number of its object. */
function isCrossReference(file: Buffer, offset: number): boolean {
  const found = file.subarray(offset, offset + 40).toString("latin1");
  return offset > 0 && /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(found);
}
